using RailOps.OrTools.Workers;
using RailOps.Server.Hosting;

namespace RailOps.Server.Telemetry;

/// <summary>Logs and counts what happens to the workers that OR-Tools runs in.</summary>
/// <param name="telemetry">Counts.</param>
/// <param name="logger">Logs.</param>
internal sealed class WorkerReports(RailOpsTelemetry telemetry, ILogger<WorkerReports> logger) : IWorkerObserver
{
    /// <inheritdoc/>
    public void Wrote(string line) => Log.WorkerWrote(logger, line);

    /// <inheritdoc/>
    public void Crashed(string reason)
    {
        telemetry.WorkerCrashed();
        Log.WorkerCrashed(logger, reason);
    }

    /// <inheritdoc/>
    public void Ended() => Log.WorkerEnded(logger);
}
