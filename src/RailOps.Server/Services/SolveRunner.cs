using RailOps.Contracts.V1;
using RailOps.Server.Hosting;
using RailOps.Server.Telemetry;

namespace RailOps.Server.Services;

/// <summary>Runs a question through the solve gate and tells telemetry how it went.</summary>
public sealed class SolveRunner
{
    private readonly SolveGate _gate;
    private readonly RailOpsTelemetry _telemetry;

    /// <summary>Takes gate and telemetry.</summary>
    /// <param name="gate">Bounds how many solve at once and how many wait.</param>
    /// <param name="telemetry">Is told of every solve.</param>
    public SolveRunner(SolveGate gate, RailOpsTelemetry telemetry)
    {
        _gate = gate;
        _telemetry = telemetry;
    }

    /// <summary>Runs a question.</summary>
    /// <typeparam name="T">Answer.</typeparam>
    /// <param name="problemType">Kind of question, for example <c>assess_supply</c>.</param>
    /// <param name="ask">Answers it.</param>
    /// <param name="summaryOf">Where the answer says how it was solved; null: nothing to tell.</param>
    /// <param name="token">The caller's cancellation.</param>
    /// <returns>The answer.</returns>
    public async Task<T> RunAsync<T>(
        string problemType, Func<CancellationToken, T> ask, Func<T, SolveSummary?> summaryOf, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(summaryOf);
        var answer = await _gate.RunAsync(problemType, ask, token);
        if (summaryOf(answer) is { } solve)
        {
            _telemetry.SolveFinished(new SolveReport(
                problemType, solve.Solver, solve.Termination.ToString().ToLowerInvariant(), solve.ArcCount,
                solve.SolveDuration.ToTimeSpan(), solve.AugmentationCount, IsProven(solve) ? solve.CertificateAccepted : null));
        }

        return answer;
    }

    // An answer that ran out of time claims no proof, so there is none that could fail.
    private static bool IsProven(SolveSummary solve) => solve.Termination == Termination.Optimal;
}
