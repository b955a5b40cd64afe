using RailOps.Server.Security;
using RailOps.Server.Telemetry;

namespace RailOps.Server.Hosting;

/// <summary>What the HTTP/1.1 port answers.</summary>
internal static class HttpEndpoints
{
    /// <summary>Maps <c>/</c>, <c>/healthz</c> and <c>/metrics</c>.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/", () => Results.Text(Greeting(RailOpsHost.Ports(app))));
        app.MapGet("/healthz", (IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.IsCancellationRequested
            ? Results.Text("draining\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ok\n")).WithMetadata(OpenAccess.Instance);
        app.MapGet("/metrics", async (PrometheusExporter prometheus, CancellationToken token) =>
            Results.Text(await prometheus.ReadAsync(token), PrometheusExporter.ContentType));
    }

    private static string Greeting(BoundPorts ports) =>
        $"RailOps {TelemetrySetup.Version}: gRPC on port {ports.GrpcPort}; /healthz and /metrics on port {ports.HttpPort}.\n";
}
