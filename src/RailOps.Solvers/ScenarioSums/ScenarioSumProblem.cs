using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Which attacks within the budgets leave the least weighted sum of maximum flows over several cases that share the attacks? (K. J.
/// Cormican, D. P. Morton and R. K. Wood 1998.) One case of weight 1 is an <see cref="InterdictionProblem"/>. Checked when made;
/// immutable. Made from questions about repair, chance and values by <see cref="RepairHorizon"/>, <see cref="SuccessSample"/> and
/// <see cref="WeightedSinks"/>.
/// </summary>
public sealed class ScenarioSumProblem
{
    /// <summary>States a problem.</summary>
    /// <param name="graph">The graph, with its capacities before any attack.</param>
    /// <param name="sources">One node or more, each free to give any amount; its own capacity counts.</param>
    /// <param name="sinks">One node or more, none of them a source: the sinks of every case that names none of its own.</param>
    /// <param name="cases">The terms of the sum, one or more.</param>
    /// <param name="targets">What can be attacked, as in <see cref="InterdictionProblem.Targets"/>.</param>
    /// <param name="budgets">What may be spent per resource, one or more, each 0 or more.</param>
    /// <exception cref="ArgumentException">A number or id makes no sense; the message says which and why.</exception>
    public ScenarioSumProblem(
        FlowGraph graph,
        ImmutableArray<int> sources,
        ImmutableArray<int> sinks,
        ImmutableArray<SumCase> cases,
        ImmutableArray<AttackTarget> targets,
        ImmutableArray<long> budgets)
    {
        (Graph, Sources, Sinks, Cases, Targets, Budgets) = (graph, sources, sinks, cases, targets, budgets);
        ScenarioSumProblemCheck.Require(this);
    }

    /// <summary>The graph before any attack.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Nodes that give.</summary>
    public ImmutableArray<int> Sources { get; }

    /// <summary>Nodes that take, in cases without sinks of their own.</summary>
    public ImmutableArray<int> Sinks { get; }

    /// <summary>The terms of the sum.</summary>
    public ImmutableArray<SumCase> Cases { get; }

    /// <summary>What can be attacked; plans name targets by their index here.</summary>
    public ImmutableArray<AttackTarget> Targets { get; }

    /// <summary>What may be spent, per resource.</summary>
    public ImmutableArray<long> Budgets { get; }

    /// <summary>The same problem with other budgets.</summary>
    /// <param name="budgets">As many as before.</param>
    public ScenarioSumProblem WithBudgets(ImmutableArray<long> budgets) => new(Graph, Sources, Sinks, Cases, Targets, budgets);

    /// <summary>The same problem with other cases.</summary>
    /// <param name="cases">One or more.</param>
    public ScenarioSumProblem WithCases(ImmutableArray<SumCase> cases) => new(Graph, Sources, Sinks, cases, Targets, Budgets);

    /// <summary>The sinks of a case.</summary>
    /// <param name="caseIndex">Index in <see cref="Cases"/>.</param>
    public ImmutableArray<int> SinksOf(int caseIndex) => Cases[caseIndex].Sinks.IsDefault ? Sinks : Cases[caseIndex].Sinks;

    /// <summary>Capacity of an element before any attack, in flow units or <see cref="FlowGraph.Unlimited"/>.</summary>
    /// <param name="element">An arc or node of the graph.</param>
    public long CapacityOf(AttackElement element) => element.IsNode ? Graph.NodeCapacity(element.Id) : Graph.Capacity(element.Id);
}
