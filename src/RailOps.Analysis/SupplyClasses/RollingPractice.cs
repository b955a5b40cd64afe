using System.Collections.Immutable;
using RailOps.Model.Capacity;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Commodities;
using RailOps.Solvers.Graphs;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>
/// Coal, wagons and locomotives that supply on a railway takes at one level. Formulas of the US Army (FM 55-20, TR0603): wagons = loaded a day x turn-round (days)
/// x 1.10, turn-round = 2 x distance / km a day + days at the ends; locomotives = trains a day x (running + terminal hours of a division) / 24 x 2 x 1.2. Both are
/// linear in what passes, so each kilogram on each link takes its part: empties come back, a long line takes more.
/// </summary>
internal sealed class RollingPractice(Situation situation, EstimateLevel level)
{
    /// <summary>Wagons under repair and waiting, on top of those in a round.</summary>
    public const decimal SpareWagons = 1.10m;

    /// <summary>There and back, and one in five under repair.</summary>
    public const decimal LocomotivesPerTrain = 2m * 1.2m;

    private const string AnyOperator = "all";
    private const decimal Half = 0.5m;

    /// <summary>What takes no stock: wagons, locomotives.</summary>
    public ImmutableArray<long> Nothing { get; } = [0, 0];

    /// <summary>Rolling stock of the side, or null: nothing is known.</summary>
    public Fleet? Fleet { get; } = situation.Data.Doctrine.FleetOn(situation.SideId, situation.Date);

    /// <summary>Wagons and locomotives; unlimited where their number is not known.</summary>
    public ImmutableArray<long> Stocks => [Whole(Fleet?.WagonCount), Whole(Fleet?.LocomotiveCount)];

    /// <summary>What a link keeps for the railway itself on top of what it carries for others (kg/day in each direction).</summary>
    public long ReserveKilogramsPerDay(LinkCapacity link, long capacityKilogramsPerDay)
    {
        if (link.Link.Mode != LinkMode.Rail || link.TonnesPerTrainPair.Best == 0m)
            return 0;
        var own = Against(PlanningFactorIds.RailwayOwnShare, link.Link.Operator);
        return own >= 1m ? 0 : decimal.ToInt64(decimal.Floor(capacityKilogramsPerDay * own / (1m - own)));
    }

    /// <summary>Coal burnt by each kilogram over the whole link, in parts of a kilogram.</summary>
    public long CoalParts(LinkCapacity link) => link.Link.Mode != LinkMode.Rail
        ? 0
        : Parts(Against(PlanningFactorIds.LocomotiveCoalKgPerNetTonneKm, link.Link.Operator) / 1000m * link.Link.LengthKm);

    /// <summary>Wagons and locomotives that each kilogram a day over a link takes, in parts of one.</summary>
    public ImmutableArray<long> StockParts(LinkCapacity link)
    {
        if (link.Link.Mode != LinkMode.Rail)
            return Nothing;
        var (by, km) = (link.Link.Operator, link.Link.LengthKm);
        var roundDays = 2m * km / With(PlanningFactorIds.WagonKmPerDay, by);
        var hours = (km / With(PlanningFactorIds.GoodsSpeedKmPerHour, by))
            + (Against(PlanningFactorIds.LocomotiveTerminalHours, by) * km / With(PlanningFactorIds.LocomotiveDivisionKm, by));
        var trainKilograms = 1000m * With(PlanningFactorIds.NetTrainLoadTonnes, by);
        return [Parts(roundDays * WagonsPerKilogram(by) * SpareWagons), Parts(hours / 24m * LocomotivesPerTrain / trainKilograms)];
    }

    /// <summary>Wagons that each kilogram a day takes at the ends of its way, where it is loaded and unloaded, in parts of one.</summary>
    public ImmutableArray<long> LoadingParts(string stationId)
    {
        var links = situation.Data.Base.Links.Where(l => l.Mode == LinkMode.Rail && (l.FromId == stationId || l.ToId == stationId));
        var by = links.FirstOrDefault()?.Operator ?? AnyOperator;
        return [Parts(Against(PlanningFactorIds.WagonTerminalDays, by) * WagonsPerKilogram(by) * SpareWagons), 0];
    }

    private decimal WagonsPerKilogram(string by) =>
        With(PlanningFactorIds.WagonsPerTrain, by) / (1000m * With(PlanningFactorIds.NetTrainLoadTonnes, by));

    private decimal With(string factor, string by) => situation.Data.Doctrine.FactorOn(factor, by, situation.Date).Value[level];

    private decimal Against(string factor, string by) => situation.Data.Doctrine.FactorOn(factor, by, situation.Date).Value.Reverse()[level];

    private long Whole(Estimate? count) => count is { } known ? decimal.ToInt64(decimal.Floor(known[level])) : FlowGraph.Unlimited;

    private static long Parts(decimal share) => decimal.ToInt64(decimal.Floor((share * CommodityProblem.Parts) + Half));
}
