using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Criticality;

/// <summary>
/// Problem: how much flow is lost with every single target (N-1), and with every two (N-2)?
/// <para>
/// Method: a target that carries no more in one maximum flow than it keeps when hit cannot matter. The others are hit one by one on
/// a session that reroutes what it can; every restart is a copy of the flow before. For pairs the same holds for the flow after
/// the first hit, so only pairs with a target that carries flow then are tried.
/// </para>
/// <para>Cost: one repaired flow per target that carries flow (N-1), and per such target and target that carries flow after its loss (N-2).</para>
/// <para>Certificate: a flow and a cut for every loss that is tried (docs/certificates.md), if asked for.</para>
/// <para>Numbers: whole, exact. Deterministic; ties are grouped and listed by target.</para>
/// </summary>
public static class CriticalitySolver
{
    /// <summary>Ranks single losses, and pairs if asked for.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="sources">Nodes that give.</param>
    /// <param name="sinks">Nodes that take, none of them a source.</param>
    /// <param name="targets">
    /// What can be lost; the first level of each says what is left (costs are not looked at). A node in a target must be limitable.
    /// </param>
    /// <param name="withPairs">True for N-2 as well.</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives what is known so far.</param>
    /// <param name="recordProof">True for a <see cref="CriticalityCertificate"/>: a flow per arc for every loss that matters.</param>
    /// <exception cref="ArgumentException">A target or terminal makes no sense; the message says which and why.</exception>
    public static CriticalityResult Solve(
        FlowGraph graph,
        ImmutableArray<int> sources,
        ImmutableArray<int> sinks,
        ImmutableArray<AttackTarget> targets,
        bool withPairs,
        SolveOptions options,
        CancellationToken token,
        bool recordProof = false)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        RequireTargets(graph, sources, sinks, targets);
        if (!graph.IsInRange)
            return new CriticalityResult(Termination.OutOfRange, 0, [], [], SolveStatistics.None);
        var session = new MaxFlowSession(graph, sources.AsSpan(), sinks.AsSpan());
        var stop = new StopSignal(options, token);
        session.Augment(stop);
        var statistics = new SolveStatistics(session.AugmentationCount, session.SolveCount, 0);
        if (session.IsUnbounded)
            return new CriticalityResult(Termination.Unbounded, FlowGraph.Unlimited, [], [], statistics);
        if (!session.IsMaximal)
            return new CriticalityResult(stop.Reason, session.Value, [], [], statistics);
        return new CriticalityRun(session, targets, stop, recordProof).Rank(withPairs);
    }

    private static void RequireTargets(FlowGraph graph, ImmutableArray<int> sources, ImmutableArray<int> sinks, ImmutableArray<AttackTarget> targets)
    {
        var costs = targets.IsDefaultOrEmpty || targets[0].Levels.IsDefaultOrEmpty ? 1 : targets[0].Levels[0].Costs.Length;
        _ = new InterdictionProblem(graph, sources, sinks, targets, [.. new long[costs]]);
        foreach (var element in targets.SelectMany(target => target.Elements))
        {
            if (element.IsNode && !graph.IsNodeLimitable(element.Id))
                throw new ArgumentException($"Node {element.Id} should be limitable, but the builder never gave it a capacity.\nMaybe call FlowGraphBuilder.SetNodeCapacity({element.Id}, FlowGraph.Unlimited) before Build.", nameof(targets));
        }
    }
}
