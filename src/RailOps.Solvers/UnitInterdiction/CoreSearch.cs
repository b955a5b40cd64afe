using RailOps.Solvers.Allocation;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Problem: whole units, worth much, that no plan keeps from being served at once. Their worth bounds every plan from below; and a
/// witness that contains them is hard to break.
/// <para>Method: greedy, unit by unit, worth most for its flow first; each step is tested by closing all cases. Not the best core there is.</para>
/// </summary>
internal sealed class CoreSearch(WitnessNet net, BreakSearch breaking)
{
    /// <summary>A core that contains another, for the plans of a restriction; null if stopped.</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="restriction">The plans.</param>
    /// <param name="enough">Worth at which to leave off.</param>
    public Witness? Grow(Witness start, SearchRestriction restriction, long enough)
    {
        var demands = net.Problem.Allocation.Demands;
        var core = start;
        foreach (var demand in DemandOrder.ByWorthPerFlow(demands).Where(demand => demands[demand].Weight > 0))
        {
            while (core.Worth < enough && core.Units[demand] < demands[demand].UnitCount)
            {
                if (Holds(core, demand, restriction) is not { } holds)
                    return null;
                if (!holds)
                    break;
                core = WithOneMore(core.Units, demand);
            }
        }

        return core;
    }

    /// <summary>True if one more unit still holds: first alone, which is a quick no for many, then with all the others.</summary>
    private bool? Holds(Witness core, int demand, SearchRestriction restriction)
    {
        if (core.Units[demand] > 0 || core.Worth == 0)
            return IsUnbreakable(WithOneMore(core.Units, demand), restriction);
        var alone = IsUnbreakable(WithOneMore(new long[core.Units.Length], demand), restriction);
        return alone == true ? IsUnbreakable(WithOneMore(core.Units, demand), restriction) : alone;
    }

    private Witness WithOneMore(long[] units, int demand)
    {
        var more = (long[])units.Clone();
        more[demand]++;
        return new Witness(net, more);
    }

    private bool? IsUnbreakable(Witness witness, SearchRestriction restriction)
    {
        var (inFront, waiting) = (new List<int>(), witness.Demands.ToList());
        for (var before = -1; before != inFront.Count && waiting.Count > 0;)
        {
            before = inFront.Count;
            foreach (var demand in waiting.ToList())
            {
                if (breaking.Look(witness.Case(demand, inFront, restriction), NodeChange.None, restriction.Budget) is not { } found)
                    return null;
                if (!found.IsClosed)
                    continue;
                inFront.Add(demand);
                waiting.Remove(demand);
            }
        }

        return waiting.Count == 0;
    }
}
