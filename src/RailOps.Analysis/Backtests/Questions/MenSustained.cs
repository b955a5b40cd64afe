using RailOps.Analysis.Demand;
using RailOps.Analysis.Supply;
using RailOps.Model.Backtests;
using RailOps.Model.Doctrine;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>Men whose need is delivered: men of the formations with their tails, times the share of the need that arrives.</summary>
internal sealed class MenSustained : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var fronts = DivisionsSustained.Fronts(asked, world, token);
        decimal At(EstimateLevel level) => decimal.Round(fronts.Sum(f => Men(f.Need, world.Data.Doctrine) * Share(f, level)));
        return new BacktestAnswer(
            new Estimate(At(EstimateLevel.Low), At(EstimateLevel.Best), At(EstimateLevel.High)),
            string.Join(", ", fronts.Select(f => f.Need.Front.Title)),
            ForceSteps.Of(fronts, world.Data.Doctrine));
    }

    private static decimal Share(FrontAssessment front, EstimateLevel level) =>
        front.NeededKilogramsPerDay[level] == 0 ? 0m : Math.Min(1m, (decimal)front.DeliveredKilogramsPerDay[level] / front.NeededKilogramsPerDay[level]);

    private static decimal Men(FrontNeed need, DoctrineTables doctrine) => need.Formations.Sum(line =>
    {
        var type = doctrine.FormationById[line.Present.FormationId];
        var tail = type.TailId.Length == 0 ? 0m : doctrine.FormationById[type.TailId].MenCount * type.TailRatio(need.Posture);
        return line.Present.Count * line.Present.ManningRatio * (type.MenCount + tail);
    });
}
