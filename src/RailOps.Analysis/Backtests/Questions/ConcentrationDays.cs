using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Doctrine;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>
/// Days from the date of the case until the trains of a force have passed a section that carries nothing else for the army: the trains left
/// on each day are added up. Low is the quickest: few trains for a division, many a day.
/// </summary>
internal sealed class ConcentrationDays : IBacktestAnswerer
{
    private const int MostDays = 1000;

    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var first = ArmyTrains.Over(asked, world.Situation(asked));
        var perDivision = world.Factor(PlanningFactorIds.TrainsPerDivision, first.Tightest, asked.Date);
        var trains = asked.Amount!.Value.Zip(perDivision.Value, static (n, t) => n * t);
        var days = Days(asked, world, trains, token);
        var step = new CapacityStep($"{perDivision.Value.Best:0.#} trains for a division", trains, "trains", perDivision.Evidence);
        return new BacktestAnswer(days, world.Data.Base.NameOf(first.Tightest), [.. first.Steps, step]);
    }

    private static Estimate Days(BacktestCase asked, BacktestWorld world, Estimate trains, CancellationToken token)
    {
        var (sum, quick, likely, slow) = (Estimate.Zero, 0, 0, 0);
        for (var day = 1; day <= MostDays; day++)
        {
            token.ThrowIfCancellationRequested();
            sum += ArmyTrains.Over(asked, world.Situation(asked, asked.Date.AddDays(day - 1), [])).PairsPerDay;
            quick = quick == 0 && sum.High >= trains.Low ? day : quick;
            likely = likely == 0 && sum.Best >= trains.Best ? day : likely;
            slow = slow == 0 && sum.Low >= trains.High ? day : slow;
            if (slow > 0)
                return new Estimate(quick, likely, slow);
        }

        throw new NoAnswerException($"The trains of the force do not pass within {MostDays} days.");
    }
}
