using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>What a look at one node of the search gave.</summary>
/// <param name="IsStopped">True if the look was not finished.</param>
/// <param name="Steps">Better plans and bounds in the order found.</param>
/// <param name="Rounds">Rounds of the proof with their bounds in parts; empty if no proof is wanted.</param>
/// <param name="Cases">The two cases of a node that is not closed, or null.</param>
/// <param name="Work">Work done.</param>
internal sealed record NodeOutcome(
    bool IsStopped, IReadOnlyList<NodeStep> Steps, IReadOnlyList<(InterdictionProofRound Round, Int128 Bound)> Rounds, NodeCases? Cases, SolveStatistics Work)
{
    /// <summary>Flow units left by the best plan found here, or a value known before if there is none.</summary>
    public long ValueAfter(long before)
    {
        for (var index = Steps.Count - 1; index >= 0; index--)
        {
            if (Steps[index].Plan is { } plan)
                return plan.Value;
        }

        return before;
    }
}
