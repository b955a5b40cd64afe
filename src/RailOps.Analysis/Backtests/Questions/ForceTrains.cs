using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>Trains, or wagons, that a number of divisions takes: trains for a division, times wagons in a train, by the practice of the section.</summary>
/// <param name="inWagons">True: wagons; false: trains.</param>
internal sealed class ForceTrains(bool inWagons) : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var link = SectionFinder.Find(world.Situation(asked), asked.FromId, asked.ToId, l => l.Mode == LinkMode.Rail)[0];
        var perDivision = world.Factor(PlanningFactorIds.TrainsPerDivision, link, asked.Date);
        var perTrain = world.Factor(PlanningFactorIds.WagonsPerTrain, link, asked.Date);
        var trains = asked.Amount!.Value.Zip(perDivision.Value, static (n, t) => n * t);
        var wagons = trains.Zip(perTrain.Value, static (t, w) => t * w);
        var step = new CapacityStep($"{perDivision.Value.Best:0.#} trains for a division", trains, "trains", perDivision.Evidence);
        var place = $"{link.Operator} practice";
        return inWagons
            ? new BacktestAnswer(wagons, place, [step, new CapacityStep($"times {perTrain.Value.Best:0.#} wagons in a train", wagons, "wagons", perTrain.Evidence)])
            : new BacktestAnswer(trains, place, [step]);
    }
}
