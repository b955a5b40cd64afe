using System.Collections.Immutable;
using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests;

/// <summary>Train pairs a day left for the army over a section: after civil and service trains, season, and the share that the railway itself uses.</summary>
/// <param name="PairsPerDay">Train pairs a day.</param>
/// <param name="Tightest">The link that decides.</param>
/// <param name="Steps">The figures used.</param>
internal sealed record ArmyTrains(Estimate PairsPerDay, Link Tightest, ImmutableArray<CapacityStep> Steps)
{
    /// <summary>Works them out in a situation.</summary>
    public static ArmyTrains Over(BacktestCase asked, Situation situation)
    {
        var (pairs, tightest) = Section.OfRailway(asked, situation).LeastOf(l => Left(l, situation));
        var own = OwnShare(tightest.Link, situation);
        var share = new CapacityStep($"less {own.Value.Best:0.##} of the trains for the railway itself", pairs, "train pairs a day", own.Evidence);
        return new ArmyTrains(pairs, tightest.Link, [.. tightest.Steps.Where(s => s.Unit == "train pairs a day"), share]);
    }

    private static Estimate? Left(LinkCapacity link, Situation situation) => Section.AllPairs(link) is null
        ? null
        : link.MilitaryTrainPairsPerDay.Zip(OwnShare(link.Link, situation).Value.Reverse(), static (pairs, own) => pairs * (1m - own));

    private static PlanningFactor OwnShare(Link link, Situation situation) =>
        situation.Data.Doctrine.FactorOn(PlanningFactorIds.RailwayOwnShare, link.Operator, situation.Date);
}
