using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>A cut added up, and which demanders are behind it.</summary>
/// <param name="Capacity">What the cut lets through, in flow units.</param>
/// <param name="IsBehind">One entry per demander.</param>
internal sealed record DemandCut(Int128 Capacity, bool[] IsBehind)
{
    /// <summary>Adds up a cut; null with a reason if it does not hold the source back or states a wrong capacity.</summary>
    public static DemandCut? Of(AllocationProblem problem, NodeCut cut, out string fault)
    {
        if (CutSum.Of(problem.Graph, cut, out fault) is not { } capacity)
            return null;
        if (!cut.SourceSide[problem.Source])
            fault = $"Source {problem.Source} should be on the source side of the cut, but is not.";
        else if (capacity != cut.Capacity)
            fault = $"The cut should have its stated capacity, {cut.Capacity} flow units, but has {capacity}.";
        if (fault.Length > 0)
            return null;
        var behind = problem.Demands.Select(demand => !cut.SourceSide[demand.Node] || cut.CutNodes.Contains(demand.Node));
        return new DemandCut(capacity, [.. behind]);
    }

    public static Int128 Need(AllocationProblem problem, int demand) =>
        (Int128)problem.Demands[demand].UnitDemand * problem.Demands[demand].UnitCount;
}
