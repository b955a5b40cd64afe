using System.Globalization;
using Grpc.Net.Client;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.OrTools.Workers;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Hosting;
using RailOps.Testing;

namespace RailOps.Server.Tests.Services.Backends;

/// <summary>A real server whose first OR-Tools worker misbehaves in a named way, and whose next ones are real.</summary>
internal sealed class FaultyOrTools : IAsyncDisposable
{
    private readonly string _folder;
    private readonly StartedServer _server;
    private readonly HttpClient _http = new();

    private FaultyOrTools(string folder, StartedServer server) => (_folder, _server) = (folder, server);

    public SupplyService.SupplyServiceClient Supply => new(Channel);

    public FlowService.FlowServiceClient Flow => new(Channel);

    private GrpcChannel Channel => _server.Channel;

    /// <summary>Starts it; skips the test, with the reason, where OR-Tools is not installed.</summary>
    public static async Task<FaultyOrTools> StartAsync(string fault, TimeSpan? limit = null)
    {
        var real = new NodeWorkerOptions();
        using (var host = new NodeWorkerHost(real))
        {
            if (host.Availability is { IsAvailable: false } missing)
                Assert.Ignore(missing.Reason);
        }

        var folder = Directory.CreateTempSubdirectory("railops-faulty-").FullName;
        var package = Directory.CreateDirectory(Path.Combine(folder, "node_modules", "or-tools-wasm")).FullName;
        await File.WriteAllTextAsync(Path.Combine(package, "package.json"), """{"version": "0.0.0-faulty"}""");
        await File.WriteAllTextAsync(Path.Combine(folder, "fault"), fault);
        await File.WriteAllTextAsync(Path.Combine(folder, "worker"), real.Script);
        await File.WriteAllTextAsync(Path.Combine(folder, "packages"), real.PackageFolder);
        var script = Path.Combine(RepositoryFolder.Root, "tests", "RailOps.Server.Tests", "Services", "Backends", "faulty-once.mjs");
        var options = new ServerOptions { OrToolsWorkers = real with { Script = script, PackageFolder = folder } };
        return new FaultyOrTools(folder, await StartedServer.StartAsync(limit is { } given ? options with { OrToolsTimeLimit = given } : options, data: RealServer.Data));
    }

    /// <summary>Process id of the worker, once it works on a request that it never answers.</summary>
    public async Task<int> WorkerAtWorkAsync()
    {
        var file = Path.Combine(_folder, "working");
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            if (File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return id;
            await Task.Delay(20);
        }

        throw new AssertionException("the worker got no request within a minute");
    }

    /// <summary>The value of a counter on /metrics, all labels that match added up.</summary>
    public Task<long> CounterAsync(string name, string label = "") => MetricsText.CounterAsync(_http, _server.HttpAddress, name, label);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
