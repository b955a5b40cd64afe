using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using RailOps.Model;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Rpc;

namespace RailOps.Server.Tests.Hosting;

/// <summary>A real server on free loopback ports, with the probe service.</summary>
internal sealed class StartedServer : IAsyncDisposable
{
    private StartedServer(WebApplication app)
    {
        App = app;
        Ports = RailOpsHost.Ports(app);
        Channel = GrpcChannel.ForAddress(GrpcAddress);
    }

    public WebApplication App { get; }

    public BoundPorts Ports { get; }

    public GrpcChannel Channel { get; }

    public string GrpcAddress => $"http://127.0.0.1:{Ports.GrpcPort}";

    public string HttpAddress => $"http://127.0.0.1:{Ports.HttpPort}";

    public ProbeLog Log => App.Services.GetRequiredService<ProbeLog>();

    public static async Task<StartedServer> StartAsync(
        ServerOptions? options = null, Action<WebApplicationBuilder>? configure = null, RailData? data = null)
    {
        var quiet = (options ?? new ServerOptions()) with { GrpcPort = 0, HttpPort = 0 };
        var app = RailOpsHost.Build(quiet, data ?? EmptyData.Make(), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<ProbeLog>();
            configure?.Invoke(builder);
        });
        app.MapGrpcService<ProbeGrpcService>();
        await app.StartAsync();
        return new StartedServer(app);
    }

    /// <summary>Waits until the handler with the key has stopped; fails after 5 s.</summary>
    public async Task SeeStoppedAsync(string key)
    {
        for (var attempt = 0; attempt < 500 && !Log.Stopped.GetValueOrDefault(key); attempt++)
            await Task.Delay(10);
        Assert.That(Log.Stopped.GetValueOrDefault(key), $"handler {key} has not stopped within 5 s");
    }

    /// <summary>Waits until the handler with the key has started; fails after 5 s.</summary>
    public async Task SeeStartedAsync(string key)
    {
        for (var attempt = 0; attempt < 500 && !Log.Stopped.ContainsKey(key); attempt++)
            await Task.Delay(10);
        Assert.That(Log.Stopped.ContainsKey(key), $"handler {key} has not started within 5 s");
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await App.DisposeAsync();
    }
}
