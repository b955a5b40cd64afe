using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Attacks on the cuts of a case that break the witness within the budget, none of them superfluous for that cut.</summary>
internal static class BreakPlan
{
    /// <summary>The attacks, the one that saves most first; none if the witness is broken already; null if none were found.</summary>
    public static List<Attack>? Find(BreakCase open, long[] budget)
    {
        var cut = open.Cut!;
        if (!cut.HasCut)
            return null;
        var near = On(open, cut.NearSource, budget);
        if (near is { Count: 0 } || cut.NearSource.AsSpan().SequenceEqual(cut.NearSink))
            return near;
        var far = On(open, cut.NearSink, budget);
        return near is null || (far is not null && far.Count < near.Count) ? far : near;
    }

    private static List<Attack>? On(BreakCase open, bool[] marks, long[] budget)
    {
        if (CutKnapsack.Below(open.Needed, open.Net, marks, budget) is not { } found)
            return null;
        var saving = found.Attacks.ToDictionary(attack => attack, attack => Saving(open.Net, marks, attack));
        var kept = found.Attacks.OrderByDescending(attack => saving[attack]).ThenBy(attack => attack.Target).ToList();
        var value = found.Value;
        foreach (var attack in found.Attacks.OrderBy(attack => (double)saving[attack] / Weight(open.Net, attack, budget)).ThenByDescending(attack => attack.Target))
        {
            if (value + saving[attack] >= open.Needed)
                continue;
            value += saving[attack];
            kept.Remove(attack);
        }

        return [.. kept.Select(attack => new Attack(open.Net.TargetIds[attack.Target], attack.Level))];
    }

    private static Int128 Saving(AttackNet net, bool[] marks, (int Target, int Level) attack)
    {
        Int128 saving = 0;
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            if (net.TargetOf[arc] == attack.Target && CutLine.Crosses(net, arc, marks))
                saving += net.Base[arc] - net.Table.Residual(net.Piece[arc], attack.Level);
        }

        return saving;
    }

    private static double Weight(AttackNet net, (int Target, int Level) attack, long[] budget)
    {
        var weight = 1e-9;
        var cost = net.Table.Cost(net.TargetIds[attack.Target], attack.Level);
        for (var resource = 0; resource < cost.Length; resource++)
            weight += (double)cost[resource] / long.Max(budget[resource], 1);
        return weight;
    }
}
