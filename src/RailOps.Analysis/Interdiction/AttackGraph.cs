using System.Collections.Immutable;
using RailOps.Analysis.Graph;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Analysis.Interdiction;

/// <summary>
/// A capacity graph (best level) in which every target has arcs of its own: a link that several targets share becomes a chain of equal
/// arcs, one per target, so that the worst damage on it counts, not the product. Arc i of the capacity graph stays arc i.
/// Costs are per resource in the order of the question, then per mode whose number of attacks is limited.
/// </summary>
internal sealed class AttackGraph
{
    private readonly CapacityGraph _capacities;

    private AttackGraph(
        CapacityGraph capacities, FlowGraph graph, ImmutableArray<RailTarget> railTargets, ImmutableArray<AttackTarget> targets, ImmutableArray<long> budgets)
    {
        (_capacities, Graph, RailTargets, Targets, Budgets) = (capacities, graph, railTargets, targets, budgets);
    }

    /// <summary>The graph, whole kilograms a day.</summary>
    public FlowGraph Graph { get; }

    /// <summary>What can be struck, in the order of <see cref="Targets"/>; level i of a target is its mode i.</summary>
    public ImmutableArray<RailTarget> RailTargets { get; }

    /// <summary>The same for the solvers.</summary>
    public ImmutableArray<AttackTarget> Targets { get; }

    /// <summary>Budgets: the resources of the question, then the limited modes.</summary>
    public ImmutableArray<long> Budgets { get; }

    /// <summary>The question for the flow solvers: what is least that can reach the fronts.</summary>
    public InterdictionProblem Problem => new(Graph, [_capacities.Source], [_capacities.Sink], Targets, Budgets);

    /// <summary>Builds it.</summary>
    public static AttackGraph Build(AttackQuestion question, CapacityGraph capacities)
    {
        var targets = new TargetFinder(question, capacities).Find();
        var limited = LimitedModes(question, targets);
        var arcOfLink = Enumerable.Range(0, capacities.Arcs.Length)
            .Where(i => capacities.Arcs[i].Kind == GraphArcKind.Link)
            .ToDictionary(i => capacities.Arcs[i].SubjectId, i => i, StringComparer.Ordinal);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(capacities.NodeNames.Length);
        var targetsOfArc = targets
            .SelectMany((t, i) => t.LinkIds.Select(link => (Arc: arcOfLink[link], Target: i)))
            .ToLookup(x => x.Arc, x => x.Target);
        var elementOf = AddArcs(builder, capacities, targetsOfArc);
        var attackTargets = targets.Select((t, i) => new AttackTarget(
            [.. t.LinkIds.Select(link => AttackElement.Arc(elementOf[(arcOfLink[link], i)]))],
            [.. t.Modes.Select(m => Level(m, t, link => capacities.Arcs[arcOfLink[link]].Capacity.Best, question, limited))]));
        ImmutableArray<long> budgets = [.. question.Budgets.Select(b => b.Count), .. limited.Select(m => m.Use.AttackLimitCount!.Value)];
        return new AttackGraph(capacities, builder.Build(), targets, [.. attackTargets], budgets);
    }

    /// <summary>The capacity graph after a plan; where several attacks strike one link, the worst counts.</summary>
    public CapacityGraph Under(ImmutableArray<Attack> attacks)
    {
        var loss = new Dictionary<string, GraphLoss>(StringComparer.Ordinal);
        foreach (var attack in attacks)
        {
            var (target, left) = (RailTargets[attack.Target], Targets[attack.Target].Levels[attack.Level].ResidualCapacities);
            for (var i = 0; i < target.LinkIds.Length; i++)
            {
                if (!loss.TryGetValue(target.LinkIds[i], out var before) || left[i] < before.LeftKilogramsPerDay)
                    loss[target.LinkIds[i]] = new GraphLoss(left[i], $"{target.DisplayName} struck", target.Key);
            }
        }

        return _capacities.WithLosses(loss);
    }

    private static Dictionary<(int Arc, int Target), int> AddArcs(FlowGraphBuilder builder, CapacityGraph capacities, ILookup<int, int> targetsOfArc)
    {
        var elementOf = new Dictionary<(int, int), int>();
        var chains = new List<(int Arc, int Target, int Tail, int Head)>();
        for (var i = 0; i < capacities.Arcs.Length; i++)
        {
            var arc = capacities.Arcs[i];
            var (tail, targets) = (arc.Tail, targetsOfArc[i].ToList());
            if (targets.Count > 0)
                elementOf[(i, targets[0])] = i;
            for (var k = 1; k < targets.Count; k++)
            {
                var between = builder.AddNode();
                chains.Add((i, targets[k], tail, between));
                tail = between;
            }

            Add(builder, arc, tail, arc.Head);
        }

        foreach (var (arc, target, tail, head) in chains)
            elementOf[(arc, target)] = Add(builder, capacities.Arcs[arc], tail, head);
        return elementOf;
    }

    private static int Add(FlowGraphBuilder builder, GraphArc arc, int tail, int head) =>
        arc.IsBothWays ? builder.AddEdge(tail, head, arc.Capacity.Best) : builder.AddArc(tail, head, arc.Capacity.Best);

    // A limit that could not be reached anyway would only slow the search down.
    private static ImmutableArray<AttackMode> LimitedModes(AttackQuestion question, ImmutableArray<RailTarget> targets)
    {
        bool Binds(AttackMode mode)
        {
            if (mode.Use.AttackLimitCount is not { } limit)
                return false;
            var budget = question.Budgets.FirstOrDefault(b => b.Resource == mode.Use.Resource)?.Count ?? 0;
            var affordable = mode.Use.CostCount == 0 ? long.MaxValue : budget / mode.Use.CostCount;
            return limit < Math.Min(affordable, targets.Count(t => t.Modes.Contains(mode)));
        }

        return [.. question.Modes.Where(Binds)];
    }

    private static AttackLevel Level(
        AttackMode mode, RailTarget target, Func<string, long> capacityOf, AttackQuestion question, ImmutableArray<AttackMode> limited) => new(
        [.. question.Budgets.Select(b => b.Resource == mode.Use.Resource ? mode.Use.CostCount : 0), .. limited.Select(m => m == mode ? 1L : 0L)],
        [.. target.LinkIds.Select(link => Left(capacityOf(link), mode.CapacityLeftRatio))]);

    // What is not limited is felt only when it is closed.
    private static long Left(long capacityKilogramsPerDay, decimal ratio) =>
        ratio == 0m ? 0 : capacityKilogramsPerDay == FlowGraph.Unlimited ? FlowGraph.Unlimited : (long)decimal.Floor(capacityKilogramsPerDay * ratio);
}
