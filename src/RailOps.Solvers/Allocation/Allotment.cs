using System.Collections.Immutable;

namespace RailOps.Solvers.Allocation;

/// <summary>Who gets what, and the flow that brings it.</summary>
internal sealed record Allotment(ImmutableArray<long> UnitCounts, ImmutableArray<long> Delivered, ImmutableArray<long> ArcFlow, long Objective)
{
    /// <summary>Reads the present flow; the unit counts are given, since whole units need not use up what is delivered.</summary>
    public static Allotment Read(AllocationNetwork network, ImmutableArray<long> unitCounts)
    {
        var objective = 0L;
        for (var demand = 0; demand < unitCounts.Length; demand++)
            objective = checked(objective + (network.Problem.Demands[demand].Weight * unitCounts[demand]));
        return new Allotment(unitCounts, network.ReadDelivered(), network.ReadArcFlow(), objective);
    }
}
