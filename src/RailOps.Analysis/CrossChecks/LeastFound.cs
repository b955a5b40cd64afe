using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.CrossChecks;

/// <summary>What a search for the least left has found.</summary>
/// <param name="KilogramsPerDay">What its best plan leaves, evaluated in whole numbers.</param>
/// <param name="BoundKilogramsPerDay">What it says that every plan leaves at least.</param>
/// <param name="IsFinished">True: it calls its plan best; false: a limit stopped it.</param>
public sealed record LeastFound(long KilogramsPerDay, long BoundKilogramsPerDay, bool IsFinished)
{
    /// <summary>Of an answer of a solver.</summary>
    /// <param name="result">The answer.</param>
    public static LeastFound Of(InterdictionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var isFinished = result.Termination is Termination.Optimal or Termination.WithinTolerance or Termination.Unbounded;
        return new LeastFound(result.Value, result.Bound == FlowGraph.Unlimited ? result.Value : result.Bound, isFinished);
    }

    /// <summary>Of an amount that is proven.</summary>
    /// <param name="kilogramsPerDay">The amount.</param>
    public static LeastFound Proven(long kilogramsPerDay) => new(kilogramsPerDay, kilogramsPerDay, IsFinished: true);
}
