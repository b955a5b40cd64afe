using RailOps.Analysis.Graph;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.CrossChecks;

/// <summary>What a net carries to the needs of all fronts, by a given solver of flows.</summary>
internal static class NetFlow
{
    /// <summary>The largest flow (kg/day).</summary>
    /// <exception cref="TimeoutException">It was not found in time.</exception>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public static long Of(IMaxFlowSolver solver, FlowGraph net, CapacityGraph graph, SolveOptions options, CancellationToken token)
    {
        var result = solver.Solve(net, [graph.Source], [graph.Sink], options, token);
        token.ThrowIfCancellationRequested();
        return result.Termination == Termination.Optimal
            ? result.Value
            : throw new TimeoutException($"{solver.Name} stopped at its time limit before the largest flow was found.");
    }

    /// <summary>Most that rounding can take from a total (kg/day): fair shares are rounded down to whole kilograms for each front.</summary>
    public static long Rounding(AllocationPolicy policy, CapacityGraph graph) => policy == AllocationPolicy.Fair ? graph.Needs.Length : 0;
}
