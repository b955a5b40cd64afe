using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Cuts met so far, each as "the demanders behind it get at most its capacity together". The bound from one cut is a fractional
/// knapsack (G. B. Dantzig 1957) and costs no flow.
/// </summary>
internal sealed class CutPool(AllocationNetwork network, int[] byWorth, int[] depthOf)
{
    private const int LargestCount = 64;

    private readonly List<(bool[] Behind, long Capacity)> _cuts = [];

    public void Add(NodeCut cut)
    {
        var behind = new bool[network.DemandCount];
        for (var demand = 0; demand < behind.Length; demand++)
            behind[demand] = network.IsBehind(cut, demand);
        if (!_cuts.Exists(known => known.Capacity == cut.Capacity && known.Behind.AsSpan().SequenceEqual(behind)))
            _cuts.Add((behind, cut.Capacity));
    }

    public bool IsFull => _cuts.Count == LargestCount;

    /// <summary>The least bound that any single cut gives on the objective, with the units above a depth fixed.</summary>
    public WorthSum Bound(long[] units, int depth, long worthAbove)
    {
        var least = WorthSum.Largest;
        foreach (var (behind, capacity) in _cuts)
            least = WorthSum.Least(least, Knapsack(behind, capacity, units, depth, worthAbove));
        return least;
    }

    private WorthSum Knapsack(bool[] behind, long capacity, long[] units, int depth, long worthAbove)
    {
        var room = capacity;
        for (var demand = 0; demand < behind.Length; demand++)
        {
            if (behind[demand] && depthOf[demand] < depth)
                room -= units[demand] * network.Problem.Demands[demand].UnitDemand;
        }

        var worth = WorthSum.OfWhole(worthAbove);
        foreach (var demand in byWorth)
        {
            if (depthOf[demand] < depth)
                continue;
            var taken = behind[demand] ? long.Min(room, network.Needs[demand]) : network.Needs[demand];
            worth.Add(network.Problem.Demands[demand], taken);
            room -= behind[demand] ? taken : 0;
        }

        return worth;
    }
}
