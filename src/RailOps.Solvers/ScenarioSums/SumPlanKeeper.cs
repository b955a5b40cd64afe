using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>The best plan found so far, with the cuts that show its value.</summary>
internal sealed class SumPlanKeeper
{
    private readonly SumTable _table;
    private readonly SumEvaluator _evaluator;
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private List<Attack> _attacks;
    private ImmutableArray<NodeCut> _cuts = [];

    public SumPlanKeeper(SumTable table, SumEvaluator evaluator)
    {
        (_table, _evaluator, Value) = (table, evaluator, table.NoPlan);
        _attacks = Complete([], SumRegion.Root(table));
        if (new OuterCuts(table, _attacks).Find() is not { } outer)
            return;
        (Value, _cuts) = outer;
    }

    /// <summary>Weighted flow left by the best plan; <see cref="SumTable.NoPlan"/> if no plan is known under which every case is limited.</summary>
    public long Value { get; private set; }

    /// <summary>The value, or <see cref="FlowGraph.Unlimited"/>.</summary>
    public long PublicValue => Value == _table.NoPlan ? FlowGraph.Unlimited : Value;

    /// <summary>A bound beyond this many parts shows that no plan is better.</summary>
    public Int128 Needed => (Int128)(Value - (Value == _table.NoPlan ? 1 : _table.Unit)) << _table.ScaleBits;

    /// <summary>Told whenever the value falls.</summary>
    public Action Improved { get; set; } = () => { };

    /// <summary>Works out what a plan leaves and keeps it if that is less than the best; false if stopped.</summary>
    /// <param name="open">Attacks at open levels of the region; those decided are added.</param>
    /// <param name="region">Where the plan comes from.</param>
    public bool Consider(List<Attack> open, SumRegion region)
    {
        var attacks = Complete(open, region);
        if (!_tried.Add(string.Join(' ', attacks)))
            return true;
        if (_evaluator.Value(attacks) is not { } value)
            return false;
        return value >= Value || Keep(value, attacks);
    }

    /// <summary>The best plan without attacks in vain (as it is, if stopped).</summary>
    public SumPlan Finish()
    {
        if (Value == _table.NoPlan)
            return Plan([], FlowGraph.Unlimited);
        foreach (var attack in _attacks.OrderByDescending(Price).ThenByDescending(attack => attack.Target).ToList())
        {
            var without = _attacks.Where(other => other != attack).ToList();
            if (_evaluator.Value(without) is not { } value || (value <= Value && !Keep(value, without)))
                break;
        }

        return Plan(_attacks, Value);
    }

    private bool Keep(long value, List<Attack> attacks)
    {
        if (_evaluator.Cuts(attacks) is not { } cuts)
            return false;
        var isBetter = value < Value;
        (Value, _attacks, _cuts) = (value, attacks, cuts);
        if (isBetter)
            Improved();
        return true;
    }

    private double Price(Attack attack)
    {
        var sum = 0.0;
        var cost = _table.Pieces.Cost(attack.Target, attack.Level);
        for (var resource = 0; resource < cost.Length; resource++)
            sum += cost[resource] / (_table.Problem.Budgets[resource] + 1.0);
        return sum;
    }

    /// <summary>Adds the attacks that are decided and those that cost nothing; by target.</summary>
    private List<Attack> Complete(List<Attack> open, SumRegion region)
    {
        var hit = open.Select(attack => attack.Target).ToHashSet();
        var bases = Enumerable.Range(0, _table.TargetCount)
            .Where(target => region.BaseLevel(target) >= 0 && !hit.Contains(target))
            .Select(target => new Attack(target, region.BaseLevel(target)));
        return [.. open.Concat(bases).OrderBy(attack => attack.Target)];
    }

    private SumPlan Plan(List<Attack> attacks, long value)
    {
        var costs = new long[_table.Problem.Budgets.Length];
        foreach (var attack in attacks)
        {
            var cost = _table.Pieces.Cost(attack.Target, attack.Level);
            for (var resource = 0; resource < costs.Length; resource++)
                costs[resource] += cost[resource];
        }

        return new SumPlan([.. attacks], [.. costs], value, value == FlowGraph.Unlimited ? [] : _cuts);
    }
}
