using RailOps.Analysis.Demand;
using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>Divisions that the tonnes of a section would feed: tonnes a day over the mean need of a division slice of the side, in the posture of the timeline.</summary>
internal sealed class DivisionsFedOverSection : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var situation = world.Situation(asked);
        var (tonnes, tightest) = Section.OfRailway(asked, situation).LeastOf(l => l.TonnesPerDay);
        var needs = DemandCalculator.Calculate(situation, null).Where(n => ForceSteps.IsOf(n, asked) && n.CountedUnit == "division").ToList();
        var count = needs.Sum(n => n.PresentCount);
        if (count == 0)
            throw new NoAnswerException($"No division of {asked.SideId} stands anywhere on {asked.Date:yyyy-MM-dd}.");
        var need = needs.Aggregate(Estimate.Zero, static (sum, n) => sum + n.TonnesPerDay);
        var divisions = tonnes.Zip(need.Reverse(), (t, n) => t * count / n);
        var mean = new CapacityStep($"over the mean need of a division slice, {need.Best / count:0} t/day", divisions, "divisions", ForceSteps.EvidenceOf(needs, situation.Data.Doctrine));
        return new BacktestAnswer(divisions, world.Data.Base.NameOf(tightest.Link), [.. tightest.Steps, mean]);
    }
}
