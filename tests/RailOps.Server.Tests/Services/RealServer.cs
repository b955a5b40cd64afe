using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Model.Formats;
using RailOps.Model;
using RailOps.Server.Hosting;
using RailOps.Server.Services;
using RailOps.Testing;

namespace RailOps.Server.Tests.Services;

/// <summary>One server with the real data on free loopback ports, started once for all tests of this folder.</summary>
[SetUpFixture]
public sealed class RealServer
{
    private static readonly Lazy<RailData> Loaded = new(Load);
    private static WebApplication? _app;
    private static GrpcChannel? _channel;

    /// <summary>The data of the repository.</summary>
    public static RailData Data => Loaded.Value;

    /// <summary>Answers in this process, for tests that ask very often.</summary>
    internal static RailOpsApi Api { get; private set; } = null!;

    internal static ServerOptions Options { get; } = new() { GrpcPort = 0, HttpPort = 0 };

    internal static SupplyService.SupplyServiceClient Supply { get; private set; } = null!;

    internal static FlowService.FlowServiceClient Flow { get; private set; } = null!;

    internal static CatalogService.CatalogServiceClient Catalog { get; private set; } = null!;

    internal static InterdictionService.InterdictionServiceClient Interdiction { get; private set; } = null!;

    internal static UncertaintyService.UncertaintyServiceClient Uncertainty { get; private set; } = null!;

    /// <summary>Every timeline with every side: the arguments of a test.</summary>
    public static IEnumerable<object[]> Sides => Data.Timelines.SelectMany(t => t.Sides.Select(s => new object[] { t.Id, s.Id }));

    /// <summary>Ids of all timelines.</summary>
    public static IEnumerable<string> TimelineIds => Data.Timelines.Select(t => t.Id);

    /// <summary>Skips the test, with the reason, if OR-Tools is not here.</summary>
    internal static void RequireOrTools()
    {
        var state = Api.Catalog.GetServerInfo().Solvers.Single(s => s.Name == "or-tools");
        if (!state.Available)
            Assert.Ignore(state.UnavailableReason);
    }

    internal static WebApplication Build(ServerOptions options) =>
        RailOpsHost.Build(options with { GrpcPort = 0, HttpPort = 0 }, Data, builder => builder.Logging.ClearProviders());

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _app = Build(Options);
        await _app.StartAsync();
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{RailOpsHost.Ports(_app).GrpcPort}");
        Supply = new SupplyService.SupplyServiceClient(_channel);
        Flow = new FlowService.FlowServiceClient(_channel);
        Catalog = new CatalogService.CatalogServiceClient(_channel);
        Interdiction = new InterdictionService.InterdictionServiceClient(_channel);
        Uncertainty = new UncertaintyService.UncertaintyServiceClient(_channel);
        Api = new RailOpsApi(Data, Options, TimeProvider.System);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _channel?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private static RailData Load()
    {
        var result = RailDataReader.Load(RepositoryFolder.Networks);
        return result.Data ?? throw new InvalidOperationException($"The data have faults; run check. First: {result.Problems[0]}");
    }
}
