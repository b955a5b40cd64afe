using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Hosting;

namespace RailOps.Server.Tests.Services;

/// <summary>Spans and metrics arrive at an OpenTelemetry collector when one is named: here a sink that keeps what it is sent.</summary>
[TestFixture, NonParallelizable]
internal sealed class OtlpTests
{
    [Test]
    public async Task A_solve_arrives_at_the_collector_as_a_span_and_a_metric()
    {
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var sink = await StartSinkAsync(received);
        var endpoint = new Uri(sink.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        await using (var server = RealServer.Build(new ServerOptions { OtlpEndpoint = endpoint }))
        {
            await server.StartAsync();
            using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{RailOpsHost.Ports(server).GrpcPort}");
            await new SupplyService.SupplyServiceClient(channel).AssessSupplyAsync(Ask.Assess("history-1940", "", ""));
            await server.StopAsync();
        }

        Assert.That(received.Keys, Has.Some.Contain("TraceService").And.Some.Contain("MetricsService"));
        Assert.That(Sent(received, "TraceService"), Does.Contain("railops.v1.SupplyService/AssessSupply").And.Contain("railops-server"));
        Assert.That(Sent(received, "MetricsService"), Does.Contain("railops.solve.duration").And.Contain("assess_supply"));
    }

    private static string Sent(ConcurrentDictionary<string, string> received, string service) =>
        string.Concat(received.Where(p => p.Key.Contains(service, StringComparison.Ordinal)).Select(p => p.Value));

    private static async Task<WebApplication> StartSinkAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, e => e.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(context => KeepAsync(context, received));
        await app.StartAsync();
        return app;
    }

    // The smallest answer that the protocol allows: one empty message and status OK.
    private static async Task KeepAsync(HttpContext context, ConcurrentDictionary<string, string> received)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        received.AddOrUpdate(context.Request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, old) => old + Encoding.Latin1.GetString(body.ToArray()));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
