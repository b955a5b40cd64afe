using System.Collections.Immutable;
using RailOps.Solvers.Criticality;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies a <see cref="CriticalityResult"/> from the graph, the targets and the result's data alone, sharing no code with any solver: every flow of the
/// certificate is one and has a cut of its size, every loss without a flow of its own takes nothing from one that is there, and the list says just what
/// follows. Time: the size of the graph for every flow, and the elements of the targets for every pair.
/// </summary>
public static class CriticalityChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="graph">The graph it was asked about.</param>
    /// <param name="sources">The sources asked about.</param>
    /// <param name="sinks">The sinks asked about.</param>
    /// <param name="targets">The targets asked about.</param>
    /// <param name="withPairs">True if pairs were asked for.</param>
    /// <param name="result">The answer.</param>
    /// <returns>Accepted as Certified with a certificate, as BySearch without, as None if the ranking is not complete.</returns>
    public static CheckReport Check(
        FlowGraph graph, ImmutableArray<int> sources, ImmutableArray<int> sinks, ImmutableArray<AttackTarget> targets, bool withPairs, CriticalityResult result)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Termination != Termination.Optimal)
            return CheckReport.Accepted(ProofKind.None);
        if (result.Certificate is not { } certificate)
            return CheckReport.Accepted(ProofKind.BySearch);
        var flows = new Dictionary<(int First, int Second), LossFlow>();
        foreach (var flow in certificate.Flows)
        {
            if (FlowProblem(graph, sources, sinks, targets, flow) is { } fault)
                return CheckReport.Refused(fault);
            flows[(flow.Lost is [var first, ..] ? first : None, flow.Lost is [_, var second] ? second : None)] = flow;
        }

        var problem = new LossReading(graph, targets, flows).Problem(result, withPairs);
        return problem is null ? CheckReport.Accepted(ProofKind.Certified) : CheckReport.Refused(problem);
    }

    /// <summary>No target.</summary>
    internal const int None = -1;

    private static string? FlowProblem(FlowGraph graph, ImmutableArray<int> sources, ImmutableArray<int> sinks, ImmutableArray<AttackTarget> targets, LossFlow flow)
    {
        var isListed = flow.Lost.Length <= 2 && flow.Lost.All(target => target >= 0 && target < targets.Length) && (flow.Lost is not [var first, var second] || first < second);
        var name = $"The flow without targets {string.Join(", ", flow.Lost)}";
        if (!isListed)
            return $"{name} should name up to two targets of {targets.Length}, ascending.";
        var left = AttackedGraph.Of(graph, targets, flow.Lost.Select(target => new Attack(target, 0)));
        if (flow.ArcFlow.Length != left.ArcCount || flow.Cut.SourceSide.Length != left.NodeCount)
            return $"{name} should have {left.ArcCount} arcs and a cut of {left.NodeCount} nodes, but has {flow.ArcFlow.Length} and {flow.Cut.SourceSide.Length}.";
        var report = MaxFlowChecker.Check(
            left, sources.AsSpan(), sinks.AsSpan(), MaxFlowResult.Optimal(left, flow.ArcFlow, flow.Cut, cutIsUnique: false, SolveStatistics.None));
        return report.IsAccepted ? null : $"{name}: {report.Problem}";
    }
}
