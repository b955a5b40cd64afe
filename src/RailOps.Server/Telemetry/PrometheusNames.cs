using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace RailOps.Server.Telemetry;

/// <summary>Names, labels and numbers as Prometheus wants them.</summary>
internal static class PrometheusNames
{
    /// <summary>Dots become underscores; <c>_seconds</c> or <c>_bytes</c> by unit; <c>_total</c> for counters.</summary>
    public static string OfMetric(Metric metric)
    {
        var name = Sanitize(metric.Name) + SuffixOf(metric.Unit);
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        return isCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    /// <summary>All labels of a point, the meter first.</summary>
    public static string Labels(string meter, ReadOnlyTagCollection tags)
    {
        var labels = new StringBuilder().Append(CultureInfo.InvariantCulture, $"otel_scope_name=\"{EscapeLabel(meter)}\"");
        foreach (var (key, value) in tags)
            labels.Append(CultureInfo.InvariantCulture, $",{Sanitize(key)}=\"{EscapeLabel(string.Create(CultureInfo.InvariantCulture, $"{value}"))}\"");
        return labels.ToString();
    }

    /// <summary>A number, <c>+Inf</c>, <c>-Inf</c> or <c>NaN</c>.</summary>
    public static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Help text on one line.</summary>
    public static string EscapeHelp(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string EscapeLabel(string text) => EscapeHelp(text).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string SuffixOf(string? unit) => unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };

    private static string Sanitize(string name) =>
        string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or ':' ? character : '_'));
}
