using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Cuts met so far, each as "the demanders behind it get at most its capacity together". The bound from one cut is a fractional
/// knapsack (G. B. Dantzig 1957) and costs no flow.
/// </summary>
internal sealed class CutPool(AllocationNetwork network, int[] byWorth, long weightDivisor)
{
    private const int LargestCount = 64;

    private readonly List<(bool[] Behind, long Capacity)> _cuts = [];

    public bool IsFull => _cuts.Count == LargestCount;

    public void Add(NodeCut cut)
    {
        var behind = new bool[network.DemandCount];
        for (var demand = 0; demand < behind.Length; demand++)
            behind[demand] = network.IsBehind(cut, demand);
        if (!_cuts.Exists(known => known.Capacity == cut.Capacity && known.Behind.AsSpan().SequenceEqual(behind)))
            _cuts.Add((behind, cut.Capacity));
    }

    /// <summary>True if a single cut shows that a box is empty or worth less than wanted.</summary>
    public bool Excludes(UnitBox box, Int128 wanted)
    {
        foreach (var (behind, capacity) in _cuts)
        {
            var room = capacity - Required(box, behind);
            if (room < 0 || Knapsack(box, behind, room) < wanted)
                return true;
        }

        return false;
    }

    private long Required(UnitBox box, bool[] behind)
    {
        var required = 0L;
        for (var demand = 0; demand < behind.Length; demand++)
            required += behind[demand] ? box.Low[demand] * network.Problem.Demands[demand].UnitDemand : 0;
        return required;
    }

    private long Knapsack(UnitBox box, bool[] behind, long room)
    {
        var worth = default(WorthSum);
        foreach (var index in byWorth)
        {
            var demand = network.Problem.Demands[index];
            var more = (box.High[index] - box.Low[index]) * demand.UnitDemand;
            var taken = behind[index] ? long.Min(room, more) : more;
            worth.AddWhole(demand.Weight * box.Low[index]);
            worth.Add(demand, taken);
            room -= behind[index] ? taken : 0;
        }

        return worth.RoundedDownTo(weightDivisor);
    }
}
