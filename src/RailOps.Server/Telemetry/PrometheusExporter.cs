using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace RailOps.Server.Telemetry;

/// <summary>Collects all metrics when asked and writes them as Prometheus text; one collection at a time.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    /// <summary>Content type of the text.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private string _text = "";

    /// <summary>Set by the reader that owns this exporter.</summary>
    public Func<int, bool>? Collect { get; set; }

    /// <summary>The metrics now.</summary>
    /// <param name="token">Stops the wait for another collection.</param>
    /// <returns>The text; empty before telemetry has started.</returns>
    public async Task<string> ReadAsync(CancellationToken token)
    {
        await _gate.WaitAsync(token);
        try
        {
            Collect?.Invoke(Timeout.Infinite);
            return _text;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var metrics = new List<Metric>();
        foreach (var metric in batch)
            metrics.Add(metric);
        var text = new StringBuilder();
        PrometheusText.Write(text, metrics);
        _text = text.ToString();
        return ExportResult.Success;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gate.Dispose();
        base.Dispose(disposing);
    }
}
