using System.Diagnostics;
using RailOps.Server.Hosting;

namespace RailOps.Server.Telemetry;

/// <summary>Logs and counts which solvers were asked and how they fared.</summary>
/// <param name="telemetry">Counts.</param>
/// <param name="logger">Logs.</param>
internal sealed class SolverReports(RailOpsTelemetry telemetry, ILogger<SolverReports> logger) : ISolverReports
{
    private static string Trace => Activity.Current?.TraceId.ToHexString() ?? "";

    /// <inheritdoc/>
    public void Asked(string problemType, string backend) => telemetry.SolverAsked(problemType, backend);

    /// <inheritdoc/>
    public void Failed(string problemType, string reason, string message)
    {
        telemetry.SolverFailed(problemType, reason);
        Log.SolverFailed(logger, problemType, reason, message, Trace);
    }

    /// <inheritdoc/>
    public void Disagreed(string problemType, string disagreement)
    {
        telemetry.SolversDisagreed(problemType);
        Log.SolversDisagreed(logger, problemType, disagreement, Trace);
    }
}
