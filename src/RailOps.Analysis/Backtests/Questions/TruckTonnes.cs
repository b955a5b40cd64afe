using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Network;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>Tonnes a day that the trucks of a case deliver over its haul, by the practice of the road between its stations.</summary>
internal sealed class TruckTonnes : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var road = SectionFinder.Find(world.Situation(asked), asked.FromId, asked.ToId, l => l.Mode == LinkMode.Road)[0];
        var practice = new TruckPractice(world.Data.Doctrine, road.Operator, asked.Date);
        var (trucks, km) = (asked.Amount!.Value, asked.HaulKm!.Value);
        var tonnes = trucks.Select(n => practice.DeliveredTonnesPerDay(n, km));
        var delivered = new CapacityStep($"{road.Operator} trucks over {km:0.#} km, turn-round and fuel counted", tonnes, "t/day", practice.Evidence);
        return new BacktestAnswer(tonnes, world.Data.Base.NameOf(road), [delivered]);
    }
}
