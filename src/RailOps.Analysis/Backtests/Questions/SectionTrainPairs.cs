using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>
/// Train pairs a day that the tightest link of a section passes. "By formula" asks as if no figure were stated: the number of tracks is set
/// anew, and the model then derives the pairs from sidings, speed and practice.
/// </summary>
/// <param name="isMilitary">True: after civil and service trains.</param>
/// <param name="isByFormula">True: as if no figure were stated.</param>
internal sealed class SectionTrainPairs(bool isMilitary, bool isByFormula) : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var situation = world.Situation(asked);
        if (isByFormula)
            situation = world.Situation(asked, asked.Date, SameTracks(asked, situation));
        var (least, tightest) = Section.OfRailway(asked, situation).LeastOf(l => Step(l)?.Value);
        var used = Step(tightest)!;
        return new BacktestAnswer(least, world.Data.Base.NameOf(tightest.Link), [.. tightest.Steps.Take(tightest.Steps.IndexOf(used) + 1)]);
    }

    private CapacityStep? Step(LinkCapacity link) => isMilitary ? Section.PairsAfterCivilTrains(link) : Section.AllPairs(link);

    private static IEnumerable<Change> SameTracks(BacktestCase asked, Situation situation)
    {
        foreach (var link in SectionFinder.Find(situation, asked.FromId, asked.ToId, l => l.Mode == LinkMode.Rail))
        {
            var tracks = situation.Data.Base.ValueOn(link.Id, Quantity.TrackCount, situation.Date)?.Value.Best ?? 1m;
            yield return new Change.Set($"link:{link.Id}", Quantity.TrackCount, tracks);
        }
    }
}
