using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RailOps.Server.Hosting;

namespace RailOps.Server.Telemetry;

/// <summary>What is traced and measured, and where it goes; the same in both flavours.</summary>
internal static class TelemetrySetup
{
    /// <summary>Version of this server, for example 0.1.0.</summary>
    public static string Version { get; } =
        typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>Sources, resource and exporter of spans.</summary>
    public static void Tracing(TracerProviderBuilder builder, ServerOptions options)
    {
        builder.ConfigureResource(Resource).AddSource("Microsoft.AspNetCore", TelemetryNames.Source);
        if (options.OtlpEndpoint is { } endpoint)
            builder.AddOtlpExporter(exporter => Send(exporter, endpoint, "v1/traces"));
    }

    /// <summary>Meters, resource and exporters of metrics; exemplars come from traced calls.</summary>
    public static void Metrics(MeterProviderBuilder builder, ServerOptions options, PrometheusExporter prometheus)
    {
        builder.ConfigureResource(Resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", TelemetryNames.Source)
            .SetExemplarFilter(ExemplarFilterType.TraceBased)
            .AddReader(new BaseExportingMetricReader(prometheus));
        if (options.OtlpEndpoint is { } endpoint)
            builder.AddOtlpExporter(exporter => Send(exporter, endpoint, "v1/metrics"));
    }

    private static void Resource(ResourceBuilder resource) => resource.AddService(TelemetryNames.ServiceName, serviceVersion: Version);

    /// <summary>An endpoint set in code must carry the path itself for HTTP; for gRPC it must not.</summary>
    private static void Send(OtlpExporterOptions exporter, Uri endpoint, string path) =>
        exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(endpoint, path) : endpoint;
}
