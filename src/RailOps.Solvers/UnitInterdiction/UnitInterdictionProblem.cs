using System.Collections.Immutable;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Which attacks within the budgets leave the least worth of whole units that can still be served at once? Checked when made;
/// immutable.
/// </summary>
public sealed class UnitInterdictionProblem
{
    /// <summary>States a problem.</summary>
    /// <param name="allocation">Graph, source, and demanders with their whole units and weights; priorities do not matter here.</param>
    /// <param name="targets">What can be attacked in that graph; the source and demanders' nodes may be targets too.</param>
    /// <param name="budgets">What may be spent per resource, one or more, each 0 or more.</param>
    /// <exception cref="ArgumentException">A number or id makes no sense; the message says which and why.</exception>
    public UnitInterdictionProblem(AllocationProblem allocation, ImmutableArray<AttackTarget> targets, ImmutableArray<long> budgets)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        (Allocation, Targets, Budgets) = (allocation, targets, budgets);
        RequireElements(targets);
        _ = WithSink(_ => 0);
    }

    /// <summary>Graph, source and demanders.</summary>
    public AllocationProblem Allocation { get; }

    /// <summary>What can be attacked; plans name targets by their index here.</summary>
    public ImmutableArray<AttackTarget> Targets { get; }

    /// <summary>What may be spent, per resource.</summary>
    public ImmutableArray<long> Budgets { get; }

    /// <summary>The same problem with other budgets.</summary>
    /// <param name="budgets">As many as before.</param>
    public UnitInterdictionProblem WithBudgets(ImmutableArray<long> budgets) => new(Allocation, Targets, budgets);

    /// <summary>
    /// The graph with one more node, the sink, and behind all other arcs one from each demander to it, as a problem of plain flow.
    /// </summary>
    /// <param name="draw">Capacity of the arc from a demander.</param>
    internal InterdictionProblem WithSink(Func<AllocationDemand, long> draw)
    {
        var builder = FlowGraphBuilder.From(Allocation.Graph);
        var sink = builder.AddNode();
        foreach (var demand in Allocation.Demands)
            builder.AddArc(demand.Node, sink, draw(demand));
        return new InterdictionProblem(builder.Build(), [Allocation.Source], [sink], Targets, Budgets);
    }

    private void RequireElements(ImmutableArray<AttackTarget> targets)
    {
        var graph = Allocation.Graph;
        for (var target = 0; target < (targets.IsDefault ? 0 : targets.Length); target++)
        {
            foreach (var element in targets[target].Elements.IsDefault ? [] : targets[target].Elements)
            {
                var count = element.IsNode ? graph.NodeCount : graph.ArcCount;
                if (element.Id >= count)
                    throw new ArgumentException($"Target {target} should name one of {count} {(element.IsNode ? "nodes" : "arcs")}, counted from 0, but names {element}.", nameof(targets));
            }
        }
    }
}
