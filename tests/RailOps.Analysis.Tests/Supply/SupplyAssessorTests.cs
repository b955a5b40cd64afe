using NUnit.Framework;
using RailOps.Analysis.Supply;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Supply;

public sealed class SupplyAssessorTests
{
    private static SupplyAssessment Assess(
        WorldBuilder world, AllocationPolicy policy = AllocationPolicy.Priority, DateOnly? date = null, params Change[] changes)
    {
        var situation = world.Situation(date, "red", changes).Situation!;
        var answer = SupplyAssessor.Assess(new SupplyQuestion(situation, policy, null), SolveOptions.Default, CancellationToken.None);
        Assert.That(answer.Solve.CertificateAccepted, Is.True, "every answer carries a certificate that the checker accepts");
        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.Optimal));
        return answer;
    }

    private static FrontAssessment Front(SupplyAssessment answer, string id) => answer.Fronts.Single(f => f.Need.Front.Id == id);

    // depot ==(10 pairs)== hub ==(4 pairs)== north, hub ==(8 pairs)== south; 100 t in a train, a division needs 100 t/day.
    private static WorldBuilder Fork() => new WorldBuilder()
        .Stations("depot", "hub", "north", "south")
        .Rail("depot--hub", 10).Rail("hub--north", 4).Rail("hub--south", 8)
        .Point("tunnel", "depot--hub")
        .Formation("DIV", 100)
        .Source("depot")
        .Front("northern", "north", "DIV", 5, priority: 1)
        .Front("southern", "south", "DIV", 9, priority: 2);

    [Test]
    public void The_first_front_is_served_first_and_the_next_gets_the_rest()
    {
        var answer = Assess(Fork());
        Assert.That(Front(answer, "northern").SustainedCount.Best, Is.EqualTo(4), "its own line carries 4 pairs");
        Assert.That(Front(answer, "southern").SustainedCount.Best, Is.EqualTo(6), "what is left of 10 pairs");
        Assert.That(answer.DeliveredKilogramsPerDay.Best, Is.EqualTo(1_000_000), "kg/day");
    }

    // Front by front, and in sum, whole divisions are not monotone: the same tonnes feed three small divisions or one large one.
    [Test]
    public void More_capacity_to_the_first_front_can_cost_the_next_one_divisions_but_never_tonnes()
    {
        static WorldBuilder World(decimal pairsToNorth) => new WorldBuilder()
            .Stations("depot", "hub", "north", "south")
            .Rail("depot--hub", 6).Rail("hub--north", pairsToNorth).Rail("hub--south", 8)
            .Formation("LARGE", 300).Formation("SMALL", 100)
            .Source("depot")
            .Front("northern", "north", "LARGE", 5, priority: 1)
            .Front("southern", "south", "SMALL", 9, priority: 2);

        var (before, after) = (Assess(World(3)), Assess(World(6)));
        Assert.That((Front(before, "northern").SustainedCount.Best, Front(after, "northern").SustainedCount.Best), Is.EqualTo((1L, 2L)), "the first front gains");
        Assert.That((Front(before, "southern").SustainedCount.Best, Front(after, "southern").SustainedCount.Best), Is.EqualTo((3L, 0L)), "the next one loses");
        Assert.That(after.SustainedCount.Best, Is.LessThan(before.SustainedCount.Best), "divisions in all");
        Assert.That(after.DeliveredKilogramsPerDay.Best, Is.EqualTo(before.DeliveredKilogramsPerDay.Best), "kg/day");
    }

    [Test]
    public void The_binding_cut_is_named_and_its_capacities_add_up_to_what_is_delivered()
    {
        var answer = Assess(Fork());
        Assert.That(answer.BindingCut!.Elements.Select(e => e.Arc.SubjectId), Is.EqualTo(new[] { "depot--hub" }));
        Assert.That(answer.BindingCut.CapacityKilogramsPerDay, Is.EqualTo(answer.DeliveredKilogramsPerDay.Best), "kg/day");
    }

    [Test]
    public void One_more_train_pair_on_the_cut_brings_its_load()
    {
        var gain = Assess(Fork()).BindingCut!.Elements.Single().GainOfOneTrainPair!;
        Assert.That(gain, Is.EqualTo(new Gain(100_000, 100_000, 1)));
    }

    [Test]
    public void Relieving_the_cut_shows_what_binds_next() =>
        Assert.That(
            Assess(Fork()).NextCut!.Elements.Select(e => e.Arc.SubjectId), Is.EquivalentTo(new[] { "hub--north", "hub--south" }));

    [Test]
    public void A_front_alone_is_limited_by_its_own_line()
    {
        var front = Front(Assess(Fork()), "southern");
        Assert.That(front.SustainableAloneCount.Best, Is.EqualTo(8));
        Assert.That(front.LimitingCut!.Elements.Single().Arc.SubjectId, Is.EqualTo("hub--south"));
    }

    [Test]
    public void The_chain_shows_trains_tonnes_and_rounding()
    {
        var chain = Front(Assess(Fork().Front("third", "hub", "DIV", 1, priority: 3)), "northern").Chain;
        Assert.That((chain.TrainPairsPerDay, chain.AloneKilogramsPerDay, chain.UnitCount, chain.LeftOverKilogramsPerDay), Is.EqualTo((4m, 400_000L, 4L, 0L)));
        Assert.That(chain.Steps[^1], Does.Contain("= 4, so 4 divisions of 5"));
    }

    [Test]
    public void Shares_of_a_division_are_delivered_and_left_over()
    {
        var world = Fork().Value("depot--hub", Quantity.NetTrainLoadTonnes, 95);
        var southern = Front(Assess(world), "southern");
        Assert.That(southern.SustainedCount.Best, Is.EqualTo(5), "950 - 400 = 550 t/day");
        Assert.That(southern.DeliveredKilogramsPerDay.Best, Is.EqualTo(550_000), "kg/day");
        Assert.That(southern.Chain.LeftOverKilogramsPerDay, Is.EqualTo(50_000), "kg/day");
    }

    [Test]
    public void A_closed_tunnel_leaves_nothing_and_is_named_with_its_reason()
    {
        var answer = Assess(Fork(), AllocationPolicy.Priority, null, new Change.Close("tunnel"));
        Assert.That(answer.SustainedCount.Best, Is.Zero);
        var element = answer.BindingCut!.Elements.Single();
        Assert.That((element.Arc.SubjectId, element.CapacityKilogramsPerDay, element.Arc.ClosedReason), Is.EqualTo(("depot--hub", 0L, "tunnel closed")));
        Assert.That(answer.Warnings.Select(w => w.Code), Is.EqualTo(new[] { "FRONT_UNREACHABLE", "FRONT_UNREACHABLE" }));
    }

    [Test]
    public void A_line_that_was_never_built_is_not_told_in_a_cut()
    {
        var world = Fork().Link("depot--south", LinkMode.Rail, optional: true);
        Assert.That(Assess(world).BindingCut!.Elements.Select(e => e.Arc.SubjectId), Is.EqualTo(new[] { "depot--hub" }));
    }

    [Test]
    public void What_was_lost_elsewhere_and_could_not_help_is_not_told()
    {
        var world = Fork().Stations("away").Rail("depot--away", 5);
        var answer = Assess(world, AllocationPolicy.Priority, null, new Change.Close("depot--away"), new Change.Close("tunnel"));
        Assert.That(answer.BindingCut!.Elements.Select(e => e.Arc.SubjectId), Is.EqualTo(new[] { "depot--hub" }));
    }

    [Test]
    public void When_every_need_is_met_nothing_binds_and_the_ceiling_is_told()
    {
        var answer = Assess(Fork().Value("x", Quantity.TrackCount, 1), AllocationPolicy.Priority, null, new Change.Set("depot--hub", Quantity.TrainPairsPerDay, 50m), new Change.Set("hub--north", Quantity.TrainPairsPerDay, 6m), new Change.Set("hub--south", Quantity.TrainPairsPerDay, 9m));
        Assert.That(answer.BindingCut, Is.Null);
        Assert.That(answer.SustainedCount.Best, Is.EqualTo(14));
        Assert.That(answer.CeilingCut!.CapacityKilogramsPerDay, Is.EqualTo(1_500_000), "kg/day");
    }

    [Test]
    public void A_limited_source_is_part_of_the_cut()
    {
        var element = Assess(Fork().Source("north", 50).Value("x", Quantity.TrackCount, 1)).BindingCut!.Elements;
        Assert.That(element.Select(e => e.Arc.Kind.ToString()), Is.EquivalentTo(new[] { "Link", "Supply" }));
    }

    [Test]
    public void Fair_shares_are_equal_shares_of_need_where_one_line_feeds_all()
    {
        var world = Fork().Value("x", Quantity.TrackCount, 1);
        var answer = Assess(world, AllocationPolicy.Fair, null, new Change.Set("depot--hub", Quantity.TrainPairsPerDay, 7m));
        Assert.That(Front(answer, "northern").DeliveredKilogramsPerDay.Best, Is.EqualTo(250_000).Within(1), "half of 500 t/day");
        Assert.That(Front(answer, "southern").DeliveredKilogramsPerDay.Best, Is.EqualTo(450_000).Within(1), "half of 900 t/day");
    }

    [Test]
    public void Weights_decide_who_is_served_under_the_weighted_policy()
    {
        var world = new WorldBuilder().Stations("depot", "a", "b").Rail("depot--a", 3).Rail("a--b", 9)
            .Formation("DIV", 100).Source("depot")
            .Front("near", "a", "DIV", 3, priority: 1, weight: 1).Front("far", "b", "DIV", 3, priority: 2, weight: 2);
        Assert.That(Front(Assess(world, AllocationPolicy.Weighted), "far").SustainedCount.Best, Is.EqualTo(3));
        Assert.That(Front(Assess(world, AllocationPolicy.Priority), "far").SustainedCount.Best, Is.Zero);
    }

    [Test]
    public void Tails_and_manning_are_counted_in_the_need()
    {
        var world = new WorldBuilder().Stations("depot", "a").Rail("depot--a", 20)
            .Formation("TAIL", 40, divisions: 0).Formation("DIV", 100, tail: "TAIL", tailRatio: 0.5m)
            .Source("depot").Front("f", "a", "DIV", 4, manning: 0.75m);
        var front = Assess(world).Fronts.Single();
        Assert.That(front.NeededKilogramsPerDay.Best, Is.EqualTo(360_000), "4 x (100 + 20) x 0.75 t/day in kg/day");
        Assert.That(front.SliceKilogramsPerDay.Best, Is.EqualTo(90_000), "kg/day");
    }

    [Test]
    public void Brigades_share_out_over_the_divisions_and_count_by_themselves_where_none_stands()
    {
        var world = new WorldBuilder().Stations("depot", "a").Rail("depot--a", 2).Formation("BDE", 60, divisions: 0).Source("depot").Front("f", "a", "BDE", 4);
        var front = Assess(world).Fronts.Single();
        Assert.That((front.Need.CountedUnit, front.SustainedCount.Best, front.Need.PresentCount), Is.EqualTo(("formation", 3L, 4L)));
    }

    [Test]
    public void A_front_with_nothing_there_needs_nothing()
    {
        var answer = Assess(Fork().Front("empty", "hub", "DIV", 0, priority: 3));
        Assert.That(Front(answer, "empty").Sentence, Does.Contain("nothing stands there"));
        Assert.That(Front(answer, "empty").SustainableAloneCount.Best, Is.Zero);
    }

    [Test]
    public void A_captured_entry_station_feeds_nobody()
    {
        var answer = Assess(Fork(), AllocationPolicy.Priority, null, new Change.Capture("north", ""));
        Assert.That(Front(answer, "northern").SustainedCount.Best, Is.Zero);
        Assert.That(Front(answer, "northern").Entries.Single().IsHeld, Is.False);
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public bool More_capacity_never_lowers_what_is_delivered_nor_a_front_alone(byte link, byte more)
    {
        var id = new[] { "depot--hub", "hub--north", "hub--south" }[link % 3];
        var pairs = new[] { 10m, 4m, 8m }[link % 3];
        var before = Assess(Fork());
        var after = Assess(Fork(), AllocationPolicy.Priority, null, new Change.Set(id, Quantity.TrainPairsPerDay, pairs + more));
        return after.DeliveredKilogramsPerDay.Best >= before.DeliveredKilogramsPerDay.Best
            && Enumerable.Range(0, 2).All(i => after.Fronts[i].SustainableAloneCount.Best >= before.Fronts[i].SustainableAloneCount.Best);
    }

    [Test]
    public void The_cautious_answer_is_never_above_the_favourable_one()
    {
        var world = new WorldBuilder().Stations("depot", "a").Link("depot--a", LinkMode.Rail).Value("depot--a", Quantity.TrackCount, 1)
            .Formation("DIV", 100).Source("depot").Front("f", "a", "DIV", 99);
        var count = Assess(world).SustainedCount;
        Assert.That((count.Low, count.Best, count.High), Is.EqualTo((8L, 16L, 37L)), "the formula's 8, 16 and 37 pairs of 100 t");
    }
}
