using NUnit.Framework;
using RailOps.Model;
using RailOps.Model.Doctrine;
using RailOps.Model.Formats;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.SupplyClasses;

/// <summary>The assumed figures of rolling stock give what they were fitted to.</summary>
public sealed class RollingPracticeTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;

    // Moscow - Harbin and back before 1906; Moscow - Chita and back after.
    [TestCase(1904, 7500, 50, 65, 90)]
    [TestCase(1945, 6200, 30, 40, 55)]
    public void A_turn_round_is_that_of_the_tables(int year, int kilometres, int shortest, int likely, int longest)
    {
        var date = new DateOnly(year, 7, 1);
        var speed = Data.Doctrine.FactorOn(PlanningFactorIds.WagonKmPerDay, "soviet", date).Value;
        var ends = Data.Doctrine.FactorOn(PlanningFactorIds.WagonTerminalDays, "soviet", date).Value.Best;
        decimal Days(decimal kmPerDay) => (2m * kilometres / kmPerDay) + ends;
        Assert.That(Days(speed.Best), Is.EqualTo((decimal)likely).Within(1m));
        Assert.That(Days(speed.High), Is.EqualTo((decimal)shortest).Within(1m));
        Assert.That(Days(speed.Low), Is.EqualTo((decimal)longest).Within(2m));
    }

    [Test]
    public void The_fleet_of_1945_is_what_the_observed_flow_takes()
    {
        var fleet = Data.Doctrine.FleetOn("soviet", new DateOnly(1945, 7, 1))!.WagonCount!.Value;
        Assert.That(fleet.Low, Is.EqualTo(1350m * 30 * 1.1m).Within(100m));
        Assert.That(fleet.Best, Is.EqualTo(1430m * 40 * 1.1m).Within(100m));
        Assert.That(fleet.High, Is.EqualTo(1500m * 55 * 1.1m).Within(100m));
    }

    [Test]
    public void A_full_line_hauls_its_own_share_over_the_distance_that_the_assumed_rate_says()
    {
        var (share, rate) = (Data.Doctrine.FactorOn(PlanningFactorIds.RailwayOwnShare, "soviet", new DateOnly(1940, 6, 1)).Value.Best, Data.Doctrine.FactorOn(
            PlanningFactorIds.LocomotiveCoalKgPerNetTonneKm, "soviet", new DateOnly(1940, 6, 1)).Value.Best);
        Assert.That(share * 1000m / rate, Is.EqualTo(1450m).Within(10m), "kilometres between mines");
    }

    [Test]
    public void Where_nothing_is_known_no_fleet_is_assumed()
    {
        Assert.That(Data.Doctrine.FleetOn("japanese", new DateOnly(1940, 6, 1)), Is.Null);
        Assert.That(Data.Doctrine.FleetOn("soviet", new DateOnly(1940, 6, 1))!.LocomotiveCount, Is.Null);
    }
}
