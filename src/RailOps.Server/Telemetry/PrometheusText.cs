using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace RailOps.Server.Telemetry;

/// <summary>
/// Metrics in the Prometheus text format 0.0.4. Histogram buckets come one by one and leave cumulated; the meter's name is a label, since two
/// meters may use one metric name.
/// </summary>
internal static class PrometheusText
{
    /// <summary>Writes all metrics, sorted by name (ordinal).</summary>
    public static void Write(StringBuilder text, IReadOnlyList<Metric> metrics)
    {
        foreach (var group in metrics.GroupBy(PrometheusNames.OfMetric, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            WriteGroup(text, group.Key, [.. group]);
    }

    private static void WriteGroup(StringBuilder text, string name, IReadOnlyList<Metric> metrics)
    {
        var description = metrics[0].Description;
        if (!string.IsNullOrEmpty(description))
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {PrometheusNames.EscapeHelp(description)}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {TypeOf(metrics[0].MetricType)}\n");
        foreach (var metric in metrics)
            WritePoints(text, name, metric);
    }

    private static string TypeOf(MetricType type) => type switch
    {
        MetricType.Histogram => "histogram",
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        _ => "gauge",
    };

    private static void WritePoints(StringBuilder text, string name, Metric metric)
    {
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = PrometheusNames.Labels(metric.MeterName, point.Tags);
            if (metric.MetricType == MetricType.Histogram)
                WriteHistogram(text, name, labels, point);
            else
                WriteSample(text, name, labels, ValueOf(metric.MetricType, point));
        }
    }

    private static double ValueOf(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
        _ => double.NaN,
    };

    private static void WriteHistogram(StringBuilder text, string name, string labels, in MetricPoint point)
    {
        long cumulated = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            cumulated += bucket.BucketCount;
            WriteSample(text, $"{name}_bucket", $"{labels},le=\"{PrometheusNames.Number(bucket.ExplicitBound)}\"", cumulated);
        }
        WriteSample(text, $"{name}_sum", labels, point.GetHistogramSum());
        WriteSample(text, $"{name}_count", labels, point.GetHistogramCount());
    }

    private static void WriteSample(StringBuilder text, string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {PrometheusNames.Number(value)}\n");
}
