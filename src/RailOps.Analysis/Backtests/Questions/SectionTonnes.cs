using RailOps.Model.Backtests;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>Tonnes a day, in each direction, that the tightest link of a section passes: by rail where rails join the stations, else by any mode.</summary>
internal sealed class SectionTonnes : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var (least, tightest) = Way(asked, world.Situation(asked)).LeastOf(l => l.TonnesPerDay);
        return new BacktestAnswer(least, world.Data.Base.NameOf(tightest.Link), tightest.Steps);
    }

    private static Section Way(BacktestCase asked, Situation situation) =>
        SectionFinder.TryFind(situation, asked.FromId, asked.ToId, l => l.Mode == LinkMode.Rail).IsEmpty
            ? Section.Of(asked, situation, _ => true)
            : Section.OfRailway(asked, situation);
}
