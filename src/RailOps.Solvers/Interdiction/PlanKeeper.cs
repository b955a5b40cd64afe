using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>The best plan found so far, with the cut that shows its value. For one thread.</summary>
internal sealed class PlanKeeper
{
    private readonly PieceTable _table;
    private readonly SearchRestriction _restriction;
    private readonly PlanEvaluator _evaluator;
    private readonly StopSignal _stop;

    public PlanKeeper(PieceTable table, SearchRestriction restriction, PlanEvaluator evaluator, StopSignal stop)
    {
        (_table, _restriction, _evaluator, _stop) = (table, restriction, evaluator, stop);
        Value = table.Most;
    }

    public PieceTable Table => _table;

    /// <summary>Flow units left by the best plan; <see cref="PieceTable.Most"/> if unlimited.</summary>
    public long Value { get; private set; }

    /// <summary>True once the value is known, or good enough, not to be searched below.</summary>
    public bool IsGoodEnough => Value <= GoodEnough;

    /// <summary>Flow units at which the search may end.</summary>
    public long GoodEnough { get; set; }

    /// <summary>The best plan; null if none was found that leaves less than without limit.</summary>
    public Incumbent? Best { get; private set; }

    /// <summary>Told of every better plan.</summary>
    public Action<Incumbent> Improved { get; set; } = _ => { };

    /// <summary>A keeper for another thread that looks for plans that leave less than a value.</summary>
    public PlanKeeper Fork(PlanEvaluator evaluator, StopSignal stop, long value) =>
        new(_table, _restriction, evaluator, stop) { Value = value, GoodEnough = GoodEnough };

    /// <summary>Starts from no attacks but those of the restriction, with the arcs at the sources or at the sinks as a cut.</summary>
    public void Start(AttackNet root)
    {
        var attacks = Complete([]);
        foreach (var isSource in new[] { true, false })
        {
            var marks = new bool[root.NodeCount];
            Array.Fill(marks, !isSource);
            (marks[AttackNet.Source], marks[AttackNet.Sink]) = (true, false);
            Int128 value = 0;
            for (var arc = 0; arc < root.ArcCount && !_stop.Spend(1); arc++)
                value += CutLine.Crosses(root, arc, marks) ? root.Base[arc] : 0;
            if (value < Value && !_stop.IsRaised)
                Keep(new Incumbent((long)value, attacks, root.Expand(marks)));
        }
    }

    /// <summary>Takes a plan with a cut that leaves less than the best.</summary>
    /// <param name="value">Capacity left in the cut.</param>
    /// <param name="attacks">All attacks but free ones.</param>
    /// <param name="nearSource">The cut, one mark per node of the table.</param>
    /// <returns>The plan's own value may be lower still; its cut is returned to be looked at, or null if stopped.</returns>
    public bool[]? Take(long value, List<Attack> attacks, bool[] nearSource)
    {
        var complete = Complete(attacks);
        Keep(new Incumbent(value, complete, nearSource));
        if (_evaluator.Evaluate(complete) is not { } exact)
            return null;
        if (exact.Value < value)
            Keep(new Incumbent(exact.Value, complete, exact.NearSource));
        return exact.NearSource;
    }

    /// <summary>Takes a plan if it leaves less than the best.</summary>
    public void Keep(Incumbent plan)
    {
        if (plan.Value >= Value)
            return;
        (Value, Best) = (plan.Value, plan);
        Improved(plan);
    }

    /// <summary>The best plan without attacks in vain (as it is, if stopped).</summary>
    public AttackPlan Finish()
    {
        if (Best is not { } best)
            return _stop.IsRaised ? IdlePlan.Of(_table.Problem) : Plan([], FlowGraph.Unlimited, cut: null);
        if (_evaluator.Trim(best.Attacks) is { } trimmed && _evaluator.Evaluate(trimmed) is { } exact)
            best = new Incumbent(exact.Value, trimmed, exact.NearSource);
        return Plan(best.Attacks, best.Value, Cut(best));
    }

    /// <summary>Adds the attacks that the restriction makes and those that cost nothing.</summary>
    private List<Attack> Complete(List<Attack> attacks)
    {
        var all = new List<Attack>(attacks);
        all.AddRange(_restriction.Attacks);
        var hit = all.Select(attack => attack.Target).ToHashSet();
        foreach (var target in _table.FreeTargets)
        {
            var free = hit.Contains(target) ? -1 : _restriction.FreeLevel(target);
            if (free >= 0)
                all.Add(new Attack(target, free));
        }

        return all;
    }

    private AttackPlan Plan(IEnumerable<Attack> attacks, long value, NodeCut? cut)
    {
        var sorted = attacks.OrderBy(attack => attack.Target).ToImmutableArray();
        var costs = new long[_table.ResourceCount];
        foreach (var attack in sorted)
        {
            var cost = _table.Cost(attack.Target, attack.Level);
            for (var resource = 0; resource < costs.Length; resource++)
                costs[resource] += cost[resource];
        }

        return new AttackPlan(sorted, [.. costs], value, cut);
    }

    private NodeCut Cut(Incumbent plan)
    {
        var count = _table.Exit.Length;
        var cutNodes = Enumerable.Range(0, count).Where(node => plan.NearSource[node] && !plan.NearSource[_table.Exit[node]]);
        return new NodeCut([.. plan.NearSource.AsSpan(0, count)], [.. cutNodes], plan.Value);
    }
}
