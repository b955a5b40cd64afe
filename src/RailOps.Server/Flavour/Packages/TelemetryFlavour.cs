using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace RailOps.Server.Telemetry;

/// <summary>
/// OpenTelemetry by its hosting package. Built with -p:FullFeed=true only; the partial feed that the default build restores from lacks the
/// package, so this file is kept as small as it can be.
/// </summary>
internal static class TelemetryFlavour
{
    /// <summary>Name of the flavour, as GetServerInfo tells it.</summary>
    public const string Name = "packages";

    /// <summary>Starts telemetry with the application and flushes it at the end.</summary>
    public static void Add(IServiceCollection services, Action<TracerProviderBuilder> tracing, Action<MeterProviderBuilder> metrics) =>
        services.AddOpenTelemetry().WithTracing(tracing).WithMetrics(metrics);
}
