using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace RailOps.Server.Telemetry;

/// <summary>OpenTelemetry without its hosting package: a hosted service builds and disposes the providers.</summary>
internal static class TelemetryFlavour
{
    /// <summary>Name of the flavour, as GetServerInfo tells it.</summary>
    public const string Name = "in-repo";

    /// <summary>Starts telemetry with the application and flushes it at the end.</summary>
    public static void Add(IServiceCollection services, Action<TracerProviderBuilder> tracing, Action<MeterProviderBuilder> metrics) =>
        services.AddHostedService(_ => new Providers(tracing, metrics));

    private sealed class Providers(Action<TracerProviderBuilder> tracing, Action<MeterProviderBuilder> metrics) : IHostedService, IDisposable
    {
        private TracerProvider? _tracer;
        private MeterProvider? _meter;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var tracerBuilder = Sdk.CreateTracerProviderBuilder();
            tracing(tracerBuilder);
            _tracer = tracerBuilder.Build();
            var meterBuilder = Sdk.CreateMeterProviderBuilder();
            metrics(meterBuilder);
            _meter = meterBuilder.Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            _tracer?.Dispose();
            _meter?.Dispose();
        }
    }
}
