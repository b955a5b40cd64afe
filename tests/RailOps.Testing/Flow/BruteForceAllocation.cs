using System.Numerics;
using RailOps.Solvers.Allocation;

namespace RailOps.Testing.Flow;

/// <summary>
/// Allocations by trying all: what every set of demanders can get together comes from the reference flow, and a vector is
/// feasible if no set asks for more (N. Megiddo 1974). For a handful of demanders with a handful of units, none at the source.
/// </summary>
public sealed class BruteForceAllocation
{
    private readonly AllocationProblem _problem;
    private readonly BigInteger[] _most;

    public BruteForceAllocation(AllocationProblem problem)
    {
        _problem = problem;
        _most = new BigInteger[1 << Count];
        for (var set = 1; set < _most.Length; set++)
        {
            var nodes = Enumerable.Range(0, Count).Where(demand => Contains(set, demand)).Select(demand => problem.Demands[demand].Node);
            _most[set] = EdmondsKarpReference.Value(problem.Graph, [problem.Source], [.. nodes]);
        }
    }

    private int Count => _problem.Demands.Length;

    /// <summary>The feasible vector of whole units that comes first in strict priority.</summary>
    public long[] Priority() => Best((_, _) => 0);

    /// <summary>The feasible vector of the largest worth; among equals the first in strict priority.</summary>
    public long[] Weighted() => Best((units, other) => Worth(units).CompareTo(Worth(other)));

    /// <summary>Exact max-min fair deliveries, each as numerator and denominator, by raising all shares until some set is full.</summary>
    public (BigInteger Numerator, BigInteger Denominator)[] Fair()
    {
        var shares = new (BigInteger Numerator, BigInteger Denominator)?[Count];
        for (var demand = 0; demand < Count; demand++)
            shares[demand] = Need(demand) == 0 ? (1, 1) : null;
        while (shares.Any(share => share is null))
        {
            var least = ((BigInteger)1, (BigInteger)1);
            for (var set = 1; set < _most.Length; set++)
                least = Smaller(least, ShareWhenFull(set, shares) ?? least);
            foreach (var demand in Behind(least, shares))
                shares[demand] = least;
        }

        return [.. shares.Select((share, demand) => (share!.Value.Numerator * Need(demand), share.Value.Denominator))];
    }

    private long[] Best(Func<long[], long[], int> compare)
    {
        long[]? best = null;
        foreach (var units in AllFeasible())
        {
            if (best is null || compare(units, best) is var sign && (sign > 0 || (sign == 0 && ComesFirst(units, best))))
                best = units;
        }

        return best!;
    }

    private IEnumerable<long[]> AllFeasible()
    {
        var units = new long[Count];
        while (true)
        {
            if (IsFeasible(units))
                yield return [.. units];
            var demand = 0;
            while (demand < Count && units[demand] == _problem.Demands[demand].UnitCount)
                units[demand++] = 0;
            if (demand == Count)
                yield break;
            units[demand]++;
        }
    }

    private bool IsFeasible(long[] units)
    {
        for (var set = 1; set < _most.Length; set++)
        {
            BigInteger wanted = 0;
            for (var demand = 0; demand < Count; demand++)
                wanted += Contains(set, demand) ? (BigInteger)units[demand] * _problem.Demands[demand].UnitDemand : 0;
            if (wanted > _most[set])
                return false;
        }

        return true;
    }

    private bool ComesFirst(long[] units, long[] other)
    {
        foreach (var demand in Enumerable.Range(0, Count).OrderBy(demand => _problem.Demands[demand].Priority))
        {
            if (units[demand] != other[demand])
                return units[demand] > other[demand];
        }

        return false;
    }

    private long Worth(long[] units) => units.Select((count, demand) => count * _problem.Demands[demand].Weight).Sum();

    private BigInteger Need(int demand) => (BigInteger)_problem.Demands[demand].UnitDemand * _problem.Demands[demand].UnitCount;

    private (BigInteger Numerator, BigInteger Denominator)? ShareWhenFull(int set, (BigInteger Numerator, BigInteger Denominator)?[] shares)
    {
        var (left, scale, needs) = (_most[set], BigInteger.One, BigInteger.Zero);
        for (var demand = 0; demand < Count; demand++)
        {
            if (!Contains(set, demand))
                continue;
            if (shares[demand] is { } share)
                (left, scale) = ((left * share.Denominator) - (share.Numerator * Need(demand) * scale), scale * share.Denominator);
            else
                needs += Need(demand);
        }

        return needs.IsZero ? null : (left, scale * needs);
    }

    private IEnumerable<int> Behind((BigInteger Numerator, BigInteger Denominator) share, (BigInteger Numerator, BigInteger Denominator)?[] shares)
    {
        var behind = new HashSet<int>();
        for (var set = 1; set < _most.Length; set++)
        {
            var isFull = ShareWhenFull(set, shares) is { } full && full.Numerator * share.Denominator == share.Numerator * full.Denominator;
            for (var demand = 0; demand < Count; demand++)
            {
                if (shares[demand] is null && (share.Numerator == share.Denominator || (isFull && Contains(set, demand))))
                    behind.Add(demand);
            }
        }

        return behind;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Smaller(
        (BigInteger Numerator, BigInteger Denominator) a, (BigInteger Numerator, BigInteger Denominator) b) =>
        a.Numerator * b.Denominator <= b.Numerator * a.Denominator ? a : b;

    private static bool Contains(int set, int demand) => (set >> demand & 1) == 1;
}
