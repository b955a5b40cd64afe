using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Analysis.Interdiction;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Testing.Worlds;
using static RailOps.Analysis.Tests.Interdiction.Attacks;

namespace RailOps.Analysis.Tests.Interdiction;

public sealed class RailInterdictionTests
{
    private static readonly ResourceBudget OneRaid = new("raids", 1);

    // depot ==6== a ==4== end, depot ==2== b ==2== end, both lines into end through one tunnel: the front draws 6 of its 9.
    private static WorldBuilder Twin() => new WorldBuilder()
        .Stations("depot", "a", "b", "end")
        .Rail("depot--a", 6).Rail("a--end", 4).Rail("depot--b", 2).Rail("b--end", 2)
        .Point("tunnel", "a--end", "b--end")
        .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 9);

    private static Situation TwinSituation(params Change[] changes) => Twin().Situation(changes: changes).Situation!;

    [Test]
    public void One_raid_on_a_link_closes_the_wider_line()
    {
        var answer = Solve(Question(TwinSituation(), [Mode("raid", "every:railway-link")], OneRaid));
        Assert.That(answer.Plans[0].Attacks.Single().Target.Id, Is.EqualTo("depot--a").Or.EqualTo("a--end"));
        Assert.That((answer.SustainedCount.Best, answer.Plans[0].SustainedCount.Best, answer.Plans[0].LostCount), Is.EqualTo((6L, 2L, 4L)));
        Assert.That(answer.Plans[0].Fronts.Single().LostKilogramsPerDay, Is.EqualTo(400_000));
        Assert.That(answer.Solve.CertificateAccepted, Is.True);
    }

    [Test]
    public void A_raid_on_a_tunnel_of_two_lines_closes_both()
    {
        var answer = Solve(Question(TwinSituation(), [Mode("raid", "every:railway-link every:tunnel")], OneRaid));
        Assert.That(answer.Plans[0].Attacks.Single().Target.Key, Is.EqualTo("point:tunnel"));
        Assert.That(answer.Plans[0].DeliveredKilogramsPerDay, Is.Zero);
    }

    [Test]
    public void Stations_and_railways_are_targets_too([Values("every:station", "railway:line")] string strikes)
    {
        var answer = Solve(Question(TwinSituation(), [Mode("raid", strikes)], OneRaid));
        Assert.That(answer.Plans[0].DeliveredKilogramsPerDay, Is.Zero);
    }

    [Test]
    public void The_next_best_plans_follow_in_order()
    {
        var answer = Solve(Question(TwinSituation(), [Mode("raid", "every:railway-link")], OneRaid), plans: 5);
        Assert.That(answer.Plans.Select(p => p.SustainedCount.Best), Is.EqualTo(new[] { 2L, 2L, 4L, 4L, 6L }));
        Assert.That(answer.Plans[^1].Attacks, Is.Empty);
    }

    [Test]
    public void The_worst_of_several_attacks_on_a_link_counts_not_their_product()
    {
        var modes = ImmutableArray.Create(Mode("link", "every:railway-link", left: 0.5m), Mode("station", "every:station", left: 0.5m));
        var answer = Solve(Question(TwinSituation(), modes, new ResourceBudget("raids", 10)));
        Assert.That(answer.Plans[0].DeliveredKilogramsPerDay, Is.EqualTo(300_000));
    }

    [Test]
    public void A_mode_limited_in_number_is_used_no_more_often()
    {
        var modes = ImmutableArray.Create(Mode("train", "every:railway-link", limit: 1), Mode("party", "every:railway-link", left: 0.5m));
        var answer = Solve(Question(TwinSituation(), modes, new ResourceBudget("raids", 2)));
        Assert.That(answer.Plans[0].Attacks.Count(a => a.Mode.Id == "train"), Is.EqualTo(1));
        Assert.That(answer.Plans[0].DeliveredKilogramsPerDay, Is.EqualTo(100_000), "one line closed, the other at half");
    }

    [Test]
    public void Together_means_that_one_attack_strikes_all()
    {
        var answer = Solve(Question(TwinSituation(), [Mode("blockade", "link:a--end link:b--end", together: true)], OneRaid));
        Assert.That(answer.Plans[0].Attacks.Single().Target.Key, Is.EqualTo("group:blockade"));
        Assert.That(answer.Plans[0].DeliveredKilogramsPerDay, Is.Zero);
        Assert.That(answer.Plans[0].Changes, Is.EqualTo(new Change[] { new Change.Close("link:a--end"), new Change.Close("link:b--end") }));
    }

    [Test]
    public void What_is_excluded_or_out_of_reach_is_not_struck()
    {
        var question = Question(TwinSituation(), [Mode("raid", "every:railway-link")], OneRaid);
        var without = Solve(question with { ExcludedTargets = ["link:depot--a", "link:a--end"] });
        Assert.That(without.Plans[0].SustainedCount.Best, Is.EqualTo(4));
        var far = Solve(Question(TwinSituation(), [Mode("raid", "every:railway-link", reachKm: 100)], OneRaid));
        Assert.That((far.TargetCount, far.Plans[0].Attacks.Length), Is.EqualTo((0, 0)), "the attacker holds no station");
        Assert.That(far.Headline, Does.Contain("none of its means can reach anything"));
        var near = Solve(Question(Twin().EnemyStation("fort").Situation().Situation!, [Mode("raid", "every:railway-link", reachKm: 100)], OneRaid));
        Assert.That(near.TargetCount, Is.EqualTo(4));
    }

    [Test]
    public void What_is_closed_already_is_no_target()
    {
        var answer = Solve(Question(TwinSituation(new Change.Close("link:a--end")), [Mode("raid", "every:railway-link")], OneRaid));
        Assert.That((answer.TargetCount, answer.Plans[0].DeliveredKilogramsPerDay), Is.EqualTo((3, 0L)));
    }

    [Test]
    public void A_stronger_mode_for_the_same_cost_replaces_a_weaker_one()
    {
        var modes = ImmutableArray.Create(Mode("weak", "every:railway-link", left: 0.5m), Mode("strong", "every:railway-link"));
        var answer = Solve(Question(TwinSituation(), modes, OneRaid));
        Assert.That(answer.Plans[0].Attacks.Single().Mode.Id, Is.EqualTo("strong"));
    }

    [Test]
    public void What_is_expected_counts_every_outcome()
    {
        var answer = Solve(Question(TwinSituation(), [Mode("raid", "every:railway-link", chance: 0.25m)], new ResourceBudget("raids", 2)));
        var plan = answer.Plans[0];
        Assert.That(plan.SuccessProbability, Is.EqualTo(0.0625m));
        // Either line falls with 1/4: 600 - 400/4 - 200/4 t/day.
        Assert.That(plan.Expected, Is.EqualTo(new ExpectedDelivery(450_000m, IsExact: true)));
    }

    [Test]
    public void A_stopped_search_gives_a_plan_and_a_bound()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var question = Question(TwinSituation(), [Mode("raid", "every:railway-link")], OneRaid);
        var answer = RailInterdiction.Solve(question, 1, Limits with { Stop = stopped.Token }, null, CancellationToken.None);
        Assert.That(answer.Solve.Termination, Is.EqualTo(Solvers.Results.Termination.Stopped));
        Assert.That(answer.State.Bound, Is.LessThanOrEqualTo(200m));
        Assert.That(answer.State.Best, Is.EqualTo(answer.Plans[0].DeliveredKilogramsPerDay / 1000m));
        Assert.That(answer.Sentences, Has.Some.StartsWith("Stopped on request"));
    }

    [Test]
    public void A_caller_who_leaves_gets_no_answer()
    {
        using var left = new CancellationTokenSource();
        left.Cancel();
        Assert.That(
            () => RailInterdiction.Solve(Question(TwinSituation(), [Mode("raid", "every:railway-link")], OneRaid), 1, Limits, null, left.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void The_least_delivery_is_that_of_trying_every_pair_of_closures([Range(1, 12)] int seed)
    {
        var world = RandomWorld(seed, out var links);
        var strikes = "every:railway-link every:station every:tunnel";
        var answer = Solve(Question(world.Situation().Situation!, [Mode("raid", strikes)], new ResourceBudget("raids", 2)));
        var least = Choices(Closures(links), 2).Min(c => Assess(world.Situation(changes: [.. c]).Situation!).DeliveredKilogramsPerDay.Best);
        Assert.That(answer.Plans[0].DeliveredKilogramsPerDay, Is.EqualTo(least));
        var replayed = Assess(world.Situation(changes: [.. answer.Plans[0].Changes]).Situation!);
        Assert.That((replayed.DeliveredKilogramsPerDay.Best, replayed.SustainedCount), Is.EqualTo((least, answer.Plans[0].SustainedCount)));
    }

    [Test]
    public void The_fewest_divisions_are_those_of_trying_every_pair_of_closures([Range(1, 12)] int seed)
    {
        var world = RandomWorld(seed, out var links);
        var question = Question(world.Situation().Situation!, [Mode("raid", "every:railway-link every:station every:tunnel")], new ResourceBudget("raids", 2));
        var answer = Solve(question with { Objective = AttackObjective.SustainedDivisions });
        var fewest = Choices(Closures(links), 2).Min(c => Assess(world.Situation(changes: [.. c]).Situation!, AllocationPolicy.Weighted).SustainedCount.Best);
        Assert.That(answer.Plans[0].SustainableCount, Is.EqualTo(fewest));
        Assert.That(answer.Solve.CertificateAccepted, Is.True);
    }

    [Test]
    public void Over_time_a_long_repair_of_a_narrow_line_is_worse_than_a_briefone_of_the_wide_line()
    {
        ImmutableArray<AttackMode> modes =
        [
            Mode("quick", "link:depot--a") with { RepairDays = Model.Units.Estimate.Exactly(2m) },
            Mode("lasting", "link:depot--b") with { RepairDays = Model.Units.Estimate.Exactly(20.5m) },
        ];
        var question = Question(TwinSituation(), modes, OneRaid) with { Objective = AttackObjective.CumulativeTonnes, HorizonDays = 10 };
        var plan = Solve(question).Plans[0];
        Assert.That(plan.Attacks.Single().Mode.Id, Is.EqualTo("lasting"));
        Assert.That(plan.Cumulative, Is.EqualTo(new CumulativeDelivery(4_000m, 2_000m, 10)), "200 t/day for ten days, against 400 t/day for two");
        var brief = Solve(question with { HorizonDays = 3 }).Plans[0];
        Assert.That((brief.Attacks.Single().Mode.Id, brief.Cumulative!.LostTonnes), Is.EqualTo(("quick", 800m)));
    }

    [Test]
    public void Hours_of_repair_count_and_damage_without_a_repair_time_lasts()
    {
        var quick = Mode("quick", "link:depot--a") with { RepairDays = Model.Units.Estimate.Exactly(0.25m) };
        var question = Question(TwinSituation(), [quick], OneRaid) with { Objective = AttackObjective.CumulativeTonnes, HorizonDays = 10 };
        Assert.That(Solve(question).Plans[0].Cumulative!.LostTonnes, Is.EqualTo(100m), "400 t/day for six hours");
        Assert.That(Solve(question with { Modes = [quick with { RepairDays = null }] }).Plans[0].Cumulative!.LostTonnes, Is.EqualTo(4_000m));
        Assert.That(Solve(question).Solve.CertificateAccepted, Is.True);
    }

    [Test]
    public void On_average_the_plan_is_told_with_its_exact_expectation_and_an_interval()
    {
        // Depot and end are joined by one wide line in two links and a narrow one: the wide line is hit twice.
        var question = Question(TwinSituation(), [Mode("raid", "every:railway-link", chance: 0.5m)], new ResourceBudget("raids", 2)) with { Objective = AttackObjective.ExpectedTonnes };
        var answer = Solve(question);
        // One on each: 600 - 200 - 100 = 300; both on the wide line: 600 - 400 * 3/4 = 300. Alike here; what counts is the exact expectation.
        Assert.That(answer.Plans[0].Expected, Is.EqualTo(new ExpectedDelivery(300_000m, IsExact: true)));
        Assert.That(answer.State.Bound, Is.LessThanOrEqualTo(300m));
        Assert.That(answer.Solve.IsSampled, Is.True);
        Assert.That(answer.Headline, Does.Contain("on average"));
        Assert.That(Solve(question).Plans[0].Attacks.Select(a => a.Target.Id), Is.EqualTo(answer.Plans[0].Attacks.Select(a => a.Target.Id)), "the same seed");
    }

    private static List<Change> Closures(IReadOnlyList<string> links) =>
    [
        .. links.Select(l => new Change.Close($"link:{l}")),
        .. new[] { "depot", "a", "b", "c", "end" }.Select(s => new Change.Close($"station:{s}")),
        new Change.Close("point:tunnel"),
    ];

    private static WorldBuilder RandomWorld(int seed, out IReadOnlyList<string> links)
    {
        var random = new Random(seed);
        string[] all = ["depot--a", "depot--b", "depot--c", "a--b", "b--c", "a--end", "b--end", "c--end", "a--c"];
        var chosen = all.Where(_ => random.Next(4) > 0).Append("depot--end").ToList();
        var world = new WorldBuilder().Stations("depot", "a", "b", "c", "end");
        foreach (var link in chosen)
            world.Rail(link, random.Next(1, 9));
        links = chosen;
        return world.Point("tunnel", chosen[0], chosen[^2])
            .Formation("DIV", 150).Formation("BIG", 250).Source("depot").Front("f", "end", "DIV", random.Next(3, 9)).Front("g", "c", "BIG", random.Next(1, 5), priority: 2);
    }
}
