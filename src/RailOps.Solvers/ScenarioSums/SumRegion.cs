using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>A part of the plans: levels decided, levels still open, what is left of the budgets. Immutable.</summary>
internal sealed class SumRegion
{
    private readonly SumTable _table;

    private SumRegion(SumTable table, int[] decided, ulong[] open, long[] budget)
    {
        (_table, Decided, Budget) = (table, decided, budget);
        Open = new ulong[open.Length];
        for (var target = 0; target < open.Length; target++)
        {
            for (var level = 0; level < table.Pieces.LevelCount(target); level++)
            {
                if ((open[target] >> level & 1) == 1 && decided[target] < 0 && table.Pieces.IsAffordable(target, level, budget))
                    Open[target] |= 1UL << level;
            }
        }
    }

    /// <summary>Level at which a target is attacked, or -1 if that is not decided.</summary>
    public int[] Decided { get; }

    /// <summary>Per target a bit for every level that may still be chosen; the free level is not among them, as it is chosen unless another is.</summary>
    public ulong[] Open { get; }

    /// <summary>What is left after the attacks decided.</summary>
    public long[] Budget { get; }

    /// <summary>True if one plan is left.</summary>
    public bool IsSingle => Array.TrueForAll(Open, levels => levels == 0);

    public static SumRegion Root(SumTable table)
    {
        var (decided, open) = (new int[table.TargetCount], new ulong[table.TargetCount]);
        Array.Fill(decided, -1);
        for (var target = 0; target < open.Length; target++)
            open[target] = ((1UL << table.Pieces.LevelCount(target)) - 1) & ~(table.FreeLevel[target] < 0 ? 0 : 1UL << table.FreeLevel[target]);
        return new SumRegion(table, decided, open, [.. table.Problem.Budgets]);
    }

    /// <summary>The level that holds if nothing open is chosen, or -1.</summary>
    public int BaseLevel(int target) => Decided[target] >= 0 ? Decided[target] : _table.FreeLevel[target];

    public SumRegion WithOpen(ulong[] open) => new(_table, Decided, open, Budget);

    public SumRegion With(Attack attack)
    {
        var (decided, budget) = (Decided.AsSpan().ToArray(), Budget.AsSpan().ToArray());
        decided[attack.Target] = attack.Level;
        var cost = _table.Pieces.Cost(attack.Target, attack.Level);
        for (var resource = 0; resource < budget.Length; resource++)
            budget[resource] -= cost[resource];
        return new SumRegion(_table, decided, Open, budget);
    }

    public SumRegion Without(Attack attack)
    {
        var open = Open.AsSpan().ToArray();
        open[attack.Target] &= ~(1UL << attack.Level);
        return WithOpen(open);
    }
}
