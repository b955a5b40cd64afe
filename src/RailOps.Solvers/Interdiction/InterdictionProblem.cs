using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Which attacks within the budgets leave the least maximum flow from the sources to the sinks? (R. K. Wood 1993.) Checked when
/// made; immutable.
/// </summary>
public sealed class InterdictionProblem
{
    /// <summary>States a problem.</summary>
    /// <param name="graph">The graph, with its capacities before any attack.</param>
    /// <param name="sources">One node or more, each free to give any amount; its own capacity counts.</param>
    /// <param name="sinks">One node or more, none of them a source.</param>
    /// <param name="targets">What can be attacked. A source or sink may be a target: hitting it limits what it gives or takes.</param>
    /// <param name="budgets">What may be spent per resource, one or more, each 0 or more.</param>
    /// <exception cref="ArgumentException">A number or id makes no sense; the message says which and why.</exception>
    public InterdictionProblem(
        FlowGraph graph,
        ImmutableArray<int> sources,
        ImmutableArray<int> sinks,
        ImmutableArray<AttackTarget> targets,
        ImmutableArray<long> budgets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (Graph, Sources, Sinks, Targets, Budgets) = (graph, sources, sinks, targets, budgets);
        InterdictionProblemCheck.Require(this);
    }

    /// <summary>States a problem with one source, one sink and one resource.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">Where flow starts.</param>
    /// <param name="sink">Where flow ends.</param>
    /// <param name="targets">What can be attacked.</param>
    /// <param name="budget">What may be spent, 0 or more.</param>
    public InterdictionProblem(FlowGraph graph, int source, int sink, ImmutableArray<AttackTarget> targets, long budget)
        : this(graph, [source], [sink], targets, [budget])
    {
    }

    /// <summary>The graph before any attack.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Nodes that give.</summary>
    public ImmutableArray<int> Sources { get; }

    /// <summary>Nodes that take.</summary>
    public ImmutableArray<int> Sinks { get; }

    /// <summary>What can be attacked; plans name targets by their index here.</summary>
    public ImmutableArray<AttackTarget> Targets { get; }

    /// <summary>What may be spent, per resource.</summary>
    public ImmutableArray<long> Budgets { get; }

    /// <summary>The same problem with other budgets.</summary>
    /// <param name="budgets">As many as before.</param>
    public InterdictionProblem WithBudgets(ImmutableArray<long> budgets) => new(Graph, Sources, Sinks, Targets, budgets);

    /// <summary>Capacity of an element before any attack, in flow units or <see cref="FlowGraph.Unlimited"/>.</summary>
    /// <param name="element">An arc or node of the graph.</param>
    public long CapacityOf(AttackElement element) => element.IsNode ? Graph.NodeCapacity(element.Id) : Graph.Capacity(element.Id);
}
