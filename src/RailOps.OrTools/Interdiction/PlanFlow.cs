using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.OrTools.Interdiction;

/// <summary>What attacks leave, in whole numbers, by our own incremental maximum flow. For one thread.</summary>
internal sealed class PlanFlow
{
    private readonly InterdictionProblem _problem;
    private readonly MaxFlowSession _session;

    public PlanFlow(InterdictionProblem problem)
    {
        _problem = problem;
        var builder = FlowGraphBuilder.From(problem.Graph);
        foreach (var element in problem.Targets.SelectMany(target => target.Elements).Where(element => element.IsNode))
            builder.SetNodeCapacity(element.Id, problem.Graph.NodeCapacity(element.Id));
        _session = new MaxFlowSession(builder.Build(), problem.Sources.AsSpan(), problem.Sinks.AsSpan());
    }

    public long SolveCount => _session.SolveCount;

    /// <summary>Flow now, or <see cref="FlowGraph.Unlimited"/>.</summary>
    public long Value()
    {
        var value = _session.Augment(CancellationToken.None);
        return _session.IsUnbounded ? FlowGraph.Unlimited : value;
    }

    /// <summary>The plan of these attacks without those in vain, dearest dropped first.</summary>
    public AttackPlan Plan(List<Attack> attacks)
    {
        foreach (var attack in attacks)
            Set(attack, isHit: true);
        var value = Value();
        foreach (var attack in attacks.OrderByDescending(Price).ThenByDescending(attack => attack.Target).ToList())
        {
            Set(attack, isHit: false);
            if (Value() == value)
                attacks.Remove(attack);
            else
                Set(attack, isHit: true);
        }

        Value();
        var costs = Enumerable.Range(0, _problem.Budgets.Length).Select(resource => attacks.Sum(attack => LevelOf(attack).Costs[resource]));
        var cut = value == FlowGraph.Unlimited ? null : _session.MinimalSourceCut();
        return new AttackPlan([.. attacks.OrderBy(attack => attack.Target)], [.. costs], value, cut);
    }

    private AttackLevel LevelOf(Attack attack) => _problem.Targets[attack.Target].Levels[attack.Level];

    private double Price(Attack attack) => LevelOf(attack).Costs.Select((cost, resource) => cost / (_problem.Budgets[resource] + 1.0)).Sum();

    private void Set(Attack attack, bool isHit)
    {
        var elements = _problem.Targets[attack.Target].Elements;
        for (var position = 0; position < elements.Length; position++)
        {
            var (element, left) = (elements[position], LevelOf(attack).ResidualCapacities[position]);
            var capacity = isHit ? left : _problem.CapacityOf(element);
            if (element.IsNode)
                _session.SetNodeCapacity(element.Id, capacity);
            else
                _session.SetCapacity(element.Id, capacity);
        }
    }
}
