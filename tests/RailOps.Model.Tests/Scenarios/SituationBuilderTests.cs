using NUnit.Framework;
using RailOps.Model.Capacity;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Testing.Worlds;

namespace RailOps.Model.Tests.Scenarios;

public sealed class SituationBuilderTests
{
    private static WorldBuilder Line() => new WorldBuilder()
        .Stations("a", "b", "c")
        .Rail("a--b", 10).Rail("b--c", 10)
        .Point("tunnel", "b--c");

    private static decimal? Carries(WorldBuilder world, string link, DateOnly? date = null, params Change[] changes)
    {
        var situation = world.Situation(date, "red", changes).Situation!;
        return new CapacityCalculator(situation).Calculate(situation.Data.Base.LinkById[link]).TonnesPerDay?.Best;
    }

    private static ScenarioProblem Problem(WorldBuilder world, params Change[] changes) => world.Situation(null, "red", changes).Problems.Single();

    [Test]
    public void A_closed_point_closes_its_links_and_no_others()
    {
        Assert.That(Carries(Line(), "b--c", null, new Change.Close("tunnel")), Is.Zero);
        Assert.That(Carries(Line(), "a--b", null, new Change.Close("tunnel")), Is.EqualTo(1000m));
    }

    [Test]
    public void A_closed_station_closes_every_link_that_touches_it()
    {
        Assert.That(Carries(Line(), "a--b", null, new Change.Close("b")), Is.Zero);
        Assert.That(Carries(Line(), "b--c", null, new Change.Close("station:b")), Is.Zero);
    }

    [Test]
    public void A_closed_railway_closes_all_its_links() =>
        Assert.That(Carries(Line(), "a--b", null, new Change.Close("railway:line")), Is.Zero);

    [Test]
    public void A_side_stands_for_the_links_that_it_holds()
    {
        var world = Line().EnemyStation("x").Rail("c--x", 10);
        Assert.That(Carries(world, "a--b", null, new Change.Derate("side:red", 0.5m)), Is.EqualTo(500m));
        Assert.That(Carries(world, "a--b", null, new Change.Derate("side:blue", 0.5m)), Is.EqualTo(1000m));
    }

    [Test]
    public void Two_deratings_multiply() => Assert.That(
        Carries(Line(), "b--c", null, new Change.Derate("tunnel", 0.5m), new Change.Derate("b--c", 0.5m)), Is.EqualTo(250m));

    [Test]
    public void Repairing_a_point_leaves_damage_to_its_link_in_place() => Assert.That(
        Carries(Line(), "b--c", null, new Change.Close("tunnel"), new Change.Derate("b--c", 0.5m), new Change.Repair("tunnel")), Is.EqualTo(500m));

    [Test]
    public void Repairing_a_link_undoes_all_damage_to_it() => Assert.That(
        Carries(Line(), "b--c", null, new Change.Close("tunnel"), new Change.Derate("b--c", 0.5m), new Change.Repair("b--c")), Is.EqualTo(1000m));

    [Test]
    public void Damage_after_a_repair_stays() => Assert.That(
        Carries(Line(), "b--c", null, new Change.Repair("tunnel"), new Change.Close("tunnel")), Is.Zero);

    [Test]
    public void A_captured_station_is_lost_to_its_holder_and_its_links_with_it()
    {
        var lost = Line().Situation(null, "red", new Change.Capture("b", "")).Situation!;
        Assert.That(lost.HolderOf("b"), Is.EqualTo("blue"), "the opponent takes it when nobody is named");
        Assert.That(Carries(Line(), "b--c", null, new Change.Capture("b", "")), Is.Zero);
    }

    [Test]
    public void A_station_taken_from_the_enemy_joins_its_links_to_the_net()
    {
        var world = Line().EnemyStation("x").Rail("c--x", 10);
        Assert.That(Carries(world, "c--x"), Is.Zero);
        Assert.That(Carries(world, "c--x", null, new Change.Capture("x", "red")), Is.EqualTo(1000m));
    }

    [Test]
    public void Events_are_felt_from_their_first_day_until_their_last()
    {
        var world = Line().Event("raid", new DateOnly(1940, 4, 15), new DateOnly(1940, 5, 30), new Change.Close("tunnel"));
        Assert.That(Carries(world, "b--c", new DateOnly(1940, 4, 14)), Is.EqualTo(1000m));
        Assert.That(Carries(world, "b--c", new DateOnly(1940, 4, 15)), Is.Zero);
        Assert.That(Carries(world, "b--c", new DateOnly(1940, 5, 29)), Is.Zero);
        Assert.That(Carries(world, "b--c", new DateOnly(1940, 5, 30)), Is.EqualTo(1000m));
        Assert.That(Carries(world, "b--c", new DateOnly(1940, 5, 1), new Change.Repair("tunnel")), Is.EqualTo(1000m));
    }

    [Test]
    public void An_optional_link_exists_only_where_a_timeline_or_a_change_opens_it()
    {
        WorldBuilder World() => Line().Link("a--c", LinkMode.Rail, optional: true).Value("a--c", Quantity.TrainPairsPerDay, 5);
        Assert.That(Carries(World(), "a--c"), Is.Zero);
        Assert.That(Carries(World().BuiltByTimeline("a--c", new DateOnly(1940, 1, 1)), "a--c"), Is.EqualTo(500m));
        Assert.That(Carries(World(), "a--c", null, new Change.Open("a--c")), Is.EqualTo(500m));
    }

    [Test]
    public void A_link_exists_between_its_opening_and_its_closing()
    {
        var world = Line()
            .Link("a--c", LinkMode.Rail, opened: new DateOnly(1940, 3, 1), closed: new DateOnly(1940, 9, 1))
            .Value("a--c", Quantity.TrainPairsPerDay, 5);
        Assert.That(Carries(world, "a--c", new DateOnly(1940, 2, 29)), Is.Zero);
        Assert.That(Carries(world, "a--c", new DateOnly(1940, 3, 1)), Is.EqualTo(500m));
        Assert.That(Carries(world, "a--c", new DateOnly(1940, 9, 1)), Is.Zero);
    }

    [Test]
    public void A_set_figure_replaces_the_stated_one() =>
        Assert.That(Carries(Line(), "b--c", null, new Change.Set("b--c", Quantity.TrainPairsPerDay, 24m)), Is.EqualTo(2400m));

    [Test]
    public void A_second_track_brings_the_pairs_of_a_double_line() =>
        Assert.That(Carries(Line(), "b--c", null, new Change.Set("b--c", Quantity.TrackCount, 2m)), Is.EqualTo(3600m));

    [Test]
    public void Setting_a_station_sets_its_supply()
    {
        var situation = Line().Source("a", 500).Situation(null, "red", new Change.Set("a", Quantity.CapacityTonnesPerDay, 70m)).Situation!;
        Assert.That(situation.Sources.Single().TonnesPerDay!.Value.Best, Is.EqualTo(70m));
    }

    [Test]
    public void Only_counted_kinds_of_supply_at_stations_still_held_are_counted()
    {
        var situation = Line().Source("a", 500).Source("b", 600, kind: "coal").Source("c", 700)
            .Situation(null, "red", new Change.Capture("c", "")).Situation!;
        Assert.That(situation.Sources.Select(s => s.StationId), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void A_misspelt_target_is_refused_with_the_nearest_match()
    {
        var problem = Problem(Line(), new Change.Close("tunel"));
        Assert.That(problem.Code, Is.EqualTo("TARGET_UNKNOWN"));
        Assert.That(problem.ChangeIndex, Is.Zero);
        Assert.That(problem.Suggestion, Is.EqualTo("tunnel"));
        Assert.That(problem.Message, Does.Contain("'tunel'").And.Contain("Did you mean 'tunnel'?"));
    }

    [Test]
    public void A_target_of_two_kinds_must_be_written_with_its_kind()
    {
        var world = Line().Point("b", "a--b");
        Assert.That(Problem(world, new Change.Close("b")).Code, Is.EqualTo("TARGET_AMBIGUOUS"));
        Assert.That(Carries(world, "b--c", null, new Change.Close("point:b")), Is.EqualTo(1000m));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    public void A_share_outside_zero_to_one_is_refused(double left) =>
        Assert.That(Problem(Line(), new Change.Derate("tunnel", (decimal)left)).Code, Is.EqualTo("RATIO_OUT_OF_RANGE"));

    [Test]
    public void Capturing_a_station_that_does_not_exist_is_refused()
    {
        var problem = Problem(Line(), new Change.Capture("bb", ""));
        Assert.That((problem.Code, problem.Field, problem.Value), Is.EqualTo(("STATION_UNKNOWN", "station", "bb")));
    }

    [Test]
    public void A_captor_that_is_no_side_is_refused() =>
        Assert.That(Problem(Line(), new Change.Capture("b", "green")).Code, Is.EqualTo("SIDE_UNKNOWN"));

    [Test]
    public void What_cannot_be_done_to_a_target_is_refused()
    {
        Assert.That(Problem(Line(), new Change.Open("tunnel")).Code, Is.EqualTo("CHANGE_NOT_APPLICABLE"));
        Assert.That(Problem(Line(), new Change.Set("b", Quantity.TrackCount, 2m)).Code, Is.EqualTo("CHANGE_NOT_APPLICABLE"));
        Assert.That(Problem(Line(), new Change.Set("b--c", Quantity.TruckCount, 2m)).Code, Is.EqualTo("CHANGE_NOT_APPLICABLE"));
        Assert.That(Problem(Line(), new Change.Set("b--c", Quantity.TrainPairsPerDay, -1m)).Code, Is.EqualTo("VALUE_OUT_OF_RANGE"));
        Assert.That(Problem(Line(), new Change.Set("b--c", Quantity.TrainPairsPerDay, 10_001m)).Message, Does.Contain("10001").And.Contain("10000"));
    }

    [Test]
    public void Every_problem_is_reported_not_only_the_first()
    {
        var problems = Line().Situation(null, "red", new Change.Close("x1"), new Change.Derate("tunnel", 2m), new Change.Capture("zz", "")).Problems;
        Assert.That(problems.Select(p => p.ChangeIndex), Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [FsCheck.NUnit.Property]
    public bool Damage_to_different_places_can_be_done_in_any_order(bool closeFirst, byte leftPercent)
    {
        var left = Math.Min((int)leftPercent, 100) / 100m;
        Change one = closeFirst ? new Change.Close("a--b") : new Change.Derate("a--b", left);
        Change other = new Change.Derate("tunnel", left);
        return Carries(Line(), "a--b", null, one, other) == Carries(Line(), "a--b", null, other, one)
            && Carries(Line(), "b--c", null, one, other) == Carries(Line(), "b--c", null, other, one);
    }
}
