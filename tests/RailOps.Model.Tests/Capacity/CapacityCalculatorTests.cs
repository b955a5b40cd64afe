using NUnit.Framework;
using RailOps.Model.Capacity;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Testing.Worlds;

namespace RailOps.Model.Tests.Capacity;

public sealed class CapacityCalculatorTests
{
    private static LinkCapacity Of(WorldBuilder world, string link, DateOnly? date = null, params Change[] changes)
    {
        var situation = world.Situation(date, "red", changes).Situation!;
        return new CapacityCalculator(situation).Calculate(situation.Data.Base.LinkById[link]);
    }

    private static WorldBuilder Two() => new WorldBuilder().Stations("a", "b");

    [Test]
    public void Pairs_times_load_less_civil_trains_and_the_railways_own_share()
    {
        var world = Two().Rail("a--b", 36)
            .Factor(PlanningFactorIds.CivilAndServiceTrainPairsPerDay, 1, 2, 6)
            .Factor(PlanningFactorIds.NetTrainLoadTonnes, 540, 700, 830)
            .Factor(PlanningFactorIds.RailwayOwnShare, 0.03m, 0.08m, 0.15m);
        var capacity = Of(world, "a--b");
        Assert.That(capacity.TonnesPerDay, Is.EqualTo(new Estimate(30 * 540 * 0.85m, 34 * 700 * 0.92m, 35 * 830 * 0.97m)), "t/day");
        Assert.That(capacity.Steps.Select(s => s.Unit).Distinct(), Is.EqualTo(new[] { "train pairs a day", "t/day" }));
        Assert.That(capacity.MilitaryTrainPairsPerDay.Best, Is.EqualTo(34m));
        Assert.That(capacity.TonnesPerTrainPair.Best, Is.EqualTo(644m), "t/day for one more pair");
    }

    [Test]
    public void Civil_trains_take_at_most_a_third_of_a_weak_line()
    {
        var world = Two().Rail("a--b", 6).Factor(PlanningFactorIds.CivilAndServiceTrainPairsPerDay, 1, 2, 6);
        Assert.That(Of(world, "a--b").MilitaryTrainPairsPerDay, Is.EqualTo(new Estimate(4, 4, 5)));
    }

    [Test]
    public void A_weak_figure_takes_the_range_of_its_class_and_a_good_one_has_none()
    {
        WorldBuilder World(Evidence evidence) => Two().Link("a--b", LinkMode.Rail)
            .Value("a--b", Quantity.TrackCount, 2).Value("a--b", Quantity.TrainPairsPerDay, 18, evidence);
        Assert.That(Of(World(WorldBuilder.Assumed), "a--b").MilitaryTrainPairsPerDay, Is.EqualTo(new Estimate(12, 18, 30)), "24/36/60 halved");
        Assert.That(Of(World(WorldBuilder.Known), "a--b").MilitaryTrainPairsPerDay, Is.EqualTo(Estimate.Exactly(18)));
    }

    [Test]
    public void Without_a_figure_the_formula_of_its_class_is_used()
    {
        var single = Two().Link("a--b", LinkMode.Rail).Value("a--b", Quantity.TrackCount, 1);
        var twin = Two().Link("a--b", LinkMode.Rail).Value("a--b", Quantity.TrackCount, 2);
        Assert.That(Of(single, "a--b").MilitaryTrainPairsPerDay, Is.EqualTo(new Estimate(8, 16, 37)));
        Assert.That(Of(single, "a--b").Grade, Is.EqualTo(Grade.D));
        Assert.That(Of(twin, "a--b").MilitaryTrainPairsPerDay, Is.EqualTo(new Estimate(24, 36, 60)));
    }

    [Test]
    public void A_railway_known_by_its_tonnes_alone_carries_them()
    {
        var world = Two().Link("a--b", LinkMode.Rail).Value("a--b", Quantity.TrackCount, 1).Value("a--b", Quantity.CapacityTonnesPerDay, 400);
        Assert.That(Of(world, "a--b").TonnesPerDay!.Value.Best, Is.EqualTo(400m), "t/day");
    }

    [Test]
    public void The_figure_of_the_day_is_used()
    {
        var change = new DateOnly(1940, 8, 1);
        var world = Two().Link("a--b", LinkMode.Rail)
            .Value("a--b", Quantity.TrainPairsPerDay, 6, to: change).Value("a--b", Quantity.TrainPairsPerDay, 12, from: change);
        Assert.That(Of(world, "a--b", new DateOnly(1940, 7, 31)).TonnesPerDay!.Value.Best, Is.EqualTo(600m));
        Assert.That(Of(world, "a--b", change).TonnesPerDay!.Value.Best, Is.EqualTo(1200m));
    }

    [Test]
    public void No_track_on_the_day_means_no_link()
    {
        var world = Two().Link("a--b", LinkMode.Rail).Value("a--b", Quantity.TrackCount, 0);
        Assert.That(Of(world, "a--b").ClosedReason, Is.EqualTo("no track on this date"));
        Assert.That(Of(world, "a--b").IsLost, Is.False, "never built is not lost");
    }

    [Test]
    public void The_season_scales_and_out_of_season_nothing_passes()
    {
        var world = Two().Link("a--b", LinkMode.Sea, season: "ice").Value("a--b", Quantity.CapacityTonnesPerDay, 1000)
            .Season("ice", 12, 4, 0).Season("ice", 5, 11, 0.5m);
        Assert.That(Of(world, "a--b", new DateOnly(1940, 6, 1)).TonnesPerDay!.Value.Best, Is.EqualTo(500m));
        var winter = Of(world, "a--b", new DateOnly(1940, 1, 15));
        Assert.That(winter.TonnesPerDay!.Value.Best, Is.Zero);
        Assert.That((winter.ClosedReason, winter.IsLost), Is.EqualTo(("out of season on 1940-01-15", true)));
    }

    [Test]
    public void A_road_carries_what_its_trucks_deliver_over_the_whole_haul()
    {
        var world = Two().Link("a--b", LinkMode.Road).Value("a--b", Quantity.TruckCount, 6000).Value("a--b", Quantity.HaulLengthKm, 700);
        Assert.That((double)Of(world, "a--b").TonnesPerDay!.Value.Best, Is.EqualTo(1927).Within(5), "t/day");
    }

    [Test]
    public void A_sea_route_without_a_figure_is_not_limited_and_a_road_without_one_is_closed()
    {
        Assert.That(Of(Two().Link("a--b", LinkMode.Sea), "a--b").TonnesPerDay, Is.Null);
        Assert.That(Of(Two().Link("a--b", LinkMode.Road), "a--b").ClosedReason, Is.EqualTo("no capacity is known"));
    }

    [Test]
    public void A_point_caps_its_link()
    {
        var world = Two().Rail("a--b", 10).Point("bridge", "a--b");
        Assert.That(Of(Two().Rail("a--b", 10).Point("bridge", "a--b").Value("bridge", Quantity.TrainPairsPerDay, 4), "a--b").TonnesPerDay!.Value.Best, Is.EqualTo(400m));
        Assert.That(Of(world.Value("bridge", Quantity.CapacityTonnesPerDay, 300), "a--b").TonnesPerDay!.Value.Best, Is.EqualTo(300m));
    }

    [Test]
    public void A_link_to_a_station_of_the_enemy_is_closed_and_not_lost_until_it_was_captured()
    {
        var world = Two().EnemyStation("x").Rail("b--x", 10);
        Assert.That(Of(world, "b--x").ClosedReason, Is.EqualTo("x is held by blue"));
        Assert.That(Of(world, "b--x").IsLost, Is.False);
        Assert.That(Of(Two().Rail("a--b", 10), "a--b", null, new Change.Capture("b", "")).IsLost, Is.True);
    }
}
