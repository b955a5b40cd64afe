namespace RailOps.Solvers.Interdiction;

/// <summary>Finds the attacks that leave the least flow.</summary>
public interface IInterdictionSolver
{
    /// <summary>Short name of the method, for logs and for callers who choose.</summary>
    string Name { get; }

    /// <summary>Solves from scratch. The same problem and options give the same answer, unless stopped by time or token.</summary>
    /// <param name="problem">What may be attacked.</param>
    /// <param name="options">Limits, number of plans, proof.</param>
    /// <param name="progress">Told of every better plan and bound, on the caller's thread; null if nobody listens.</param>
    /// <param name="token">Cancelling gives the best plan and bound so far with <see cref="Results.Termination.Stopped"/>, not an exception.</param>
    InterdictionResult Solve(
        InterdictionProblem problem, InterdictionOptions options, IProgress<InterdictionProgress>? progress, CancellationToken token);
}
