namespace RailOps.Analysis.Graph;

/// <summary>What an attack leaves of a link.</summary>
/// <param name="LeftKilogramsPerDay">What can still pass (kg/day), 0 or more.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="LostTo">Kind and id of what was struck.</param>
public sealed record GraphLoss(long LeftKilogramsPerDay, string Reason, string LostTo)
{
    internal GraphArc Of(GraphArc arc)
    {
        var capacity = new LevelCapacity(
            Math.Min(arc.Capacity.Low, LeftKilogramsPerDay), Math.Min(arc.Capacity.Best, LeftKilogramsPerDay), Math.Min(arc.Capacity.High, LeftKilogramsPerDay));
        return LeftKilogramsPerDay > 0
            ? arc with { Capacity = capacity }
            : arc with { Capacity = capacity, ClosedReason = Reason, Link = arc.Link! with { ClosedReason = Reason, LostTo = LostTo } };
    }
}
