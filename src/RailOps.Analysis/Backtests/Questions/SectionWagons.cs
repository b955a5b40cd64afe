using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Doctrine;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>Wagons a day, in each direction, left for the army over a section: trains times wagons in a train.</summary>
internal sealed class SectionWagons : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var trains = ArmyTrains.Over(asked, world.Situation(asked));
        var each = world.Factor(PlanningFactorIds.WagonsPerTrain, trains.Tightest, asked.Date);
        var wagons = trains.PairsPerDay.Zip(each.Value, static (t, w) => t * w);
        var step = new CapacityStep($"times {each.Value.Best:0.#} wagons in a train", wagons, "wagons a day", each.Evidence);
        return new BacktestAnswer(wagons, world.Data.Base.NameOf(trains.Tightest), [.. trains.Steps, step]);
    }
}
