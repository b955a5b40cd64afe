using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Capacity;

/// <summary>What a link can carry in each direction on a day, and how that came about.</summary>
/// <param name="Link">The link.</param>
/// <param name="TonnesPerDay">Each direction (t/day); null: not limited.</param>
/// <param name="Steps">The steps, in order.</param>
/// <param name="Grade">Worst grade of the steps.</param>
/// <param name="ClosedReason">Why nothing passes, or empty.</param>
/// <param name="LostTo">What took it, if it was lost and could come back: the target damaged (<c>point:x</c>), the station captured
/// (<c>station:x</c>) or the season of this link (<c>season:x</c>); empty if something passes, or if it was never there.</param>
/// <param name="GaugeMm">Gauge (mm), 0 if it is not a railway or not stated.</param>
/// <param name="MilitaryTrainPairsPerDay">Train pairs left for supply, season and damage included; zero if it is not a railway.</param>
/// <param name="TonnesPerTrainPair">What one more pair would add in each direction (t/day); zero if it is not a railway.</param>
public sealed record LinkCapacity(
    Link Link,
    Estimate? TonnesPerDay,
    ImmutableArray<CapacityStep> Steps,
    Grade Grade,
    string ClosedReason,
    string LostTo,
    int GaugeMm,
    Estimate MilitaryTrainPairsPerDay,
    Estimate TonnesPerTrainPair)
{
    /// <summary>True: nothing passes although something did, so repair, recapture or another season would help.</summary>
    public bool IsLost => LostTo.Length > 0;
}
