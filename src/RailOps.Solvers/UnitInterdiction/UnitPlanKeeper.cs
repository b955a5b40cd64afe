using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>The best plan found so far.</summary>
internal sealed class UnitPlanKeeper(WitnessNet net, DamagedAllocation allocation)
{
    private List<Attack> _attacks = [];

    /// <summary>Worth left by the best plan.</summary>
    public long Worth { get; private set; } = long.MaxValue;

    /// <summary>One allocation of that worth.</summary>
    public long[] Units { get; private set; } = [];

    /// <summary>Told whenever the worth falls.</summary>
    public Action Improved { get; set; } = () => { };

    /// <summary>All attacks of a restriction and those that cost nothing.</summary>
    public static List<Attack> Complete(UnitInterdictionProblem problem, SearchRestriction restriction)
    {
        var all = restriction.Attacks.ToList();
        for (var target = 0; target < problem.Targets.Length; target++)
        {
            var free = restriction.FreeLevel(target);
            if (free >= 0)
                all.Add(new Attack(target, free));
        }

        return all;
    }

    public void Take(long worth, long[] units, List<Attack> attacks)
    {
        (Worth, Units, _attacks) = (worth, units, attacks);
        Improved();
    }

    /// <summary>Drops attacks, the dearest first, as long as no more can be served without them; leaves off when stopped.</summary>
    public void Trim()
    {
        var high = net.Problem.Allocation.Demands.Select(demand => demand.UnitCount).ToArray();
        foreach (var attack in _attacks.OrderByDescending(Price).ThenByDescending(attack => attack.Target).ToList())
        {
            var others = _attacks.Where(other => other != attack).ToList();
            allocation.Attack(others);
            if (Worth == long.MaxValue || allocation.Find(new long[high.Length], high, Worth + 1) is not null || allocation.IsStopped)
                continue;
            _attacks = others;
        }
    }

    public UnitAttackPlan Plan()
    {
        var sorted = _attacks.OrderBy(attack => attack.Target).ToImmutableArray();
        var costs = new long[net.Table.ResourceCount];
        foreach (var attack in sorted)
        {
            var cost = net.Table.Cost(attack.Target, attack.Level);
            for (var resource = 0; resource < costs.Length; resource++)
                costs[resource] += cost[resource];
        }

        return new UnitAttackPlan(sorted, [.. costs], Worth, [.. Units]);
    }

    private double Price(Attack attack)
    {
        var sum = 0.0;
        var cost = net.Table.Cost(attack.Target, attack.Level);
        for (var resource = 0; resource < cost.Length; resource++)
            sum += cost[resource] / (net.Problem.Budgets[resource] + 1.0);
        return sum;
    }
}
