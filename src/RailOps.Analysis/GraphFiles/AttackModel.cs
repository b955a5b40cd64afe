using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Analysis.GraphFiles;

/// <summary>A graph file and a question about it as an interdiction problem, and the way back to names and amounts.</summary>
public sealed class AttackModel
{
    private readonly ImmutableArray<AttackElement> _elements;
    private readonly GraphBudgets _budgets;

    private AttackModel(NamedGraph graph, GraphTerminals terminals, GraphBudgets budgets)
    {
        (Graph, _budgets, _elements) = (graph, budgets, [.. graph.Attackable]);
        Problem = new InterdictionProblem(graph.Graph, terminals.Sources, terminals.Sinks, [.. _elements.Select(Target)], budgets.Units);
    }

    /// <summary>The graph.</summary>
    public NamedGraph Graph { get; }

    /// <summary>The problem in whole units; target i is one edge or one node.</summary>
    public InterdictionProblem Problem { get; }

    /// <summary>Edges and nodes that can be attacked.</summary>
    public int TargetCount => _elements.Length;

    /// <summary>Edge or node of every target.</summary>
    public ImmutableArray<AttackElement> Elements => _elements;

    /// <summary>Budgets in the units of the file, per resource.</summary>
    public ImmutableArray<decimal> Budgets => [.. Problem.Budgets.Select((budget, resource) => Cost(resource, budget))];

    /// <summary>Makes the problem, or says everything that is wrong with the question.</summary>
    public static GraphOutcome<AttackModel> Of(NamedGraph graph, AttackQuestion question)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(question);
        var faults = new List<GraphFault>();
        var terminals = GraphTerminals.Find(graph, question.Sources, question.Sinks, faults);
        var budgetFaults = new List<GraphFault>();
        var budgets = GraphBudgets.Find(graph, question.Budgets, budgetFaults);
        faults.AddRange(budgetFaults);
        return faults.Count > 0 || budgets is null
            ? new GraphOutcome<AttackModel>(null, [.. faults])
            : new GraphOutcome<AttackModel>(new AttackModel(graph, terminals, budgets), []);
    }

    /// <summary>What was meant too large to be exact, if a solver says so.</summary>
    public static GraphFault OutOfRange() => new(
        "graph", "OUT_OF_RANGE", "All capacities, and what attacks leave of unlimited ones, should together be at most 2^58 in steps of their last decimal place, but are more.",
        "Use a larger unit, or round.");

    /// <summary>An amount of a resource in the unit of its column.</summary>
    public decimal Cost(int resource, long units) => _budgets.Scales[resource].ToAmount(units);

    /// <summary>A plan by name.</summary>
    public GraphPlan PlanOf(AttackPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new GraphPlan([.. plan.Attacks.Select(AttackOf)], Costs(plan.Costs), Graph.Amount(plan.Value));
    }

    /// <summary>The cut of a plan by name; null if the plan leaves an unlimited flow.</summary>
    public GraphCut? CutOf(AttackPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var left = plan.Attacks.ToDictionary(attack => _elements[attack.Target], attack => Problem.Targets[attack.Target].Levels[attack.Level].ResidualCapacities[0]);
        return plan.Cut is { } cut ? Graph.CutOf(cut, left) : null;
    }

    private GraphAttack AttackOf(Attack attack)
    {
        var (element, level) = (_elements[attack.Target], Problem.Targets[attack.Target].Levels[attack.Level]);
        return new GraphAttack(Graph.Place(element), Costs(level.Costs), Graph.Amount(Problem.CapacityOf(element)), Graph.Scale.ToAmount(level.ResidualCapacities[0]));
    }

    private ImmutableArray<decimal> Costs(ImmutableArray<long> units) => [.. units.Select((cost, resource) => Cost(resource, cost))];

    private AttackTarget Target(AttackElement element)
    {
        var (costs, residual) = element.IsNode
            ? (Graph.File.Nodes[element.Id].Costs, Graph.File.Nodes[element.Id].Residual)
            : (Graph.File.Edges[element.Id].Costs, Graph.File.Edges[element.Id].Residual);
        return AttackTarget.Of(element, new AttackLevel([.. costs.Select((cost, resource) => _budgets.Scales[resource].ToUnits(cost))], [Graph.Scale.ToUnits(residual)]));
    }
}
