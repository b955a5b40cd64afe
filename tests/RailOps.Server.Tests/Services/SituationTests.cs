using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>
/// The eight situations of the opening page: the Soviet side on 1940-06-01 with and without the Baikal-Amur line; plain, the
/// Circum-Baikal tunnels closed, Tynda captured, both. Relations between the answers, not their figures.
/// </summary>
[TestFixture]
internal sealed class SituationTests
{
    private const string History = "history-1940";
    private const string Story = "japanese-siberia";
    private const double Kilogram = 0.001;

    private static readonly string[] Tunnels = ["port-baikal--marituy", "marituy--slyudyanka"];

    private readonly Dictionary<(string Timeline, bool Closed, bool Captured), AssessSupplyResponse> _answers = [];

    [OneTimeSetUp]
    public async Task AskAsync()
    {
        foreach (var (timeline, isClosed, isCaptured) in
            from t in new[] { History, Story } from c in new[] { false, true } from k in new[] { false, true } select (t, c, k))
        {
            var changes = new List<Change>();
            if (isClosed)
                changes.Add(Ask.Close("circum-baikal-tunnels"));
            if (isCaptured)
                changes.Add(Ask.Capture("tynda"));
            _answers[(timeline, isClosed, isCaptured)] =
                await RealServer.Supply.AssessSupplyAsync(Ask.Assess(timeline, "1940-06-01", "soviet", [.. changes]));
        }
    }

    [Test]
    public void Losing_something_never_raises_the_delivery([Values(History, Story)] string timeline)
    {
        var (plain, closed, captured, both) = Four(timeline);

        Assert.That(Delivered(closed), Is.LessThanOrEqualTo(Delivered(plain) + Kilogram));
        Assert.That(Delivered(captured), Is.LessThanOrEqualTo(Delivered(plain) + Kilogram));
        Assert.That(Delivered(both), Is.LessThanOrEqualTo(Math.Min(Delivered(closed), Delivered(captured)) + Kilogram));
    }

    [Test]
    public void Every_change_in_force_is_told()
    {
        var (plain, _, _, both) = Four(History);

        Assert.That(both.AppliedChanges.Count, Is.EqualTo(plain.AppliedChanges.Count + 2));
        Assert.That(both.AppliedChanges.Select(c => c.Sentence), Has.Some.Contains("Circum-Baikal tunnels closed").And.Some.Contains("Tynda captured"));
    }

    [Test]
    public void In_history_the_tunnels_are_the_only_way_so_closing_them_costs_divisions()
    {
        var (plain, closed, _, _) = Four(History);

        Assert.That(Sustained(closed), Is.LessThan(Sustained(plain)));
        Assert.That(Delivered(closed), Is.LessThan(Delivered(plain)));
        var tunnel = closed.BindingCut.Elements.SingleOrDefault(e => Tunnels.Contains(e.Id));
        Assert.That(tunnel, Is.Not.Null, closed.BindingCut.Sentence);
        Assert.That(tunnel!.CapacityTonnesPerDay, Is.Zero);
        Assert.That(tunnel.ClosedReason, Does.Contain("Circum-Baikal tunnels closed"));
        Assert.That(closed.Explanation.Sentences, Has.Some.Contains("Circum-Baikal tunnels closed"));
    }

    [Test]
    public void In_history_Tynda_is_the_end_of_a_branch_so_losing_it_changes_nothing_elsewhere([Values] bool isTunnelClosed)
    {
        var before = _answers[(History, isTunnelClosed, false)];
        var after = _answers[(History, isTunnelClosed, true)];

        Assert.That(after.Fronts.Select(f => f.Front), Is.EqualTo(before.Fronts.Select(f => f.Front)));
        foreach (var (old, now) in before.Fronts.Zip(after.Fronts).Where(p => p.First.Entries.All(e => e.Station != "tynda")))
            Assert.That((now.SustainedDivisionCount, now.DeliveredTonnesPerDay), Is.EqualTo((old.SustainedDivisionCount, old.DeliveredTonnesPerDay)), now.Front);
    }

    [Test]
    public void In_the_story_the_second_main_line_makes_good_the_tunnels()
    {
        var (plain, closed, _, _) = Four(Story);

        Assert.That(Sustained(closed), Is.EqualTo(Sustained(plain)));
        Assert.That(closed.Fronts.Select(f => f.SustainedDivisionCount.Best), Is.EqualTo(plain.Fronts.Select(f => f.SustainedDivisionCount.Best)));
        Assert.That(closed.CeilingCut.CapacityTonnesPerDay, Is.LessThan(plain.CeilingCut.CapacityTonnesPerDay), "but the ceiling sinks");
    }

    [Test]
    public void In_the_story_losing_Tynda_costs_only_those_who_stand_there()
    {
        var (plain, _, captured, _) = Four(Story);

        foreach (var (old, now) in plain.Fronts.Zip(captured.Fronts).Where(p => p.First.Entries.All(e => e.Station != "tynda")))
            Assert.That(now.SustainedDivisionCount.Best, Is.EqualTo(old.SustainedDivisionCount.Best), now.Front);
    }

    [Test]
    public void In_the_story_both_losses_together_cut_both_lines_and_cost_divisions()
    {
        var (plain, closed, captured, both) = Four(Story);

        Assert.That(Sustained(both), Is.LessThan(Math.Min(Sustained(closed), Sustained(captured))));
        Assert.That(Sustained(plain) - Sustained(both), Is.GreaterThan((2 * Sustained(plain)) - Sustained(closed) - Sustained(captured)), "worse than the two losses added");
        Assert.That(both.BindingCut.Elements.Where(e => Tunnels.Contains(e.Id)).Sum(e => e.CapacityTonnesPerDay), Is.Zero);
        Assert.That(both.BindingCut.Elements.Select(e => e.Id), Has.Some.AnyOf([.. Tunnels]));
        var tynda = both.BindingCut.Elements.Where(e => e.FromStation == "tynda" || e.ToStation == "tynda").ToList();
        Assert.That(tynda, Is.Not.Empty, both.BindingCut.Sentence);
        Assert.That(tynda.Select(e => e.ClosedReason), Has.All.Contains("Tynda is held by japanese"));
    }

    [Test]
    public void The_story_without_its_second_main_line_is_hit_as_history_is()
    {
        var scenario = Ask.About(Story, "1940-06-01", "soviet", Ask.Close("circum-baikal-tunnels"));
        scenario.Scenario_ = "bam-not-built";

        var answer = RealServer.Api.AssessSupply(Ask.Assess(scenario), CancellationToken.None);

        Assert.That(Sustained(answer), Is.LessThan(Sustained(_answers[(Story, true, false)])));
    }

    private static long Sustained(AssessSupplyResponse answer) => answer.SustainedDivisionCount.Best;

    private static double Delivered(AssessSupplyResponse answer) => answer.DeliveredTonnesPerDay.Best;

    private (AssessSupplyResponse Plain, AssessSupplyResponse Closed, AssessSupplyResponse Captured, AssessSupplyResponse Both) Four(string timeline) =>
        (_answers[(timeline, false, false)], _answers[(timeline, true, false)], _answers[(timeline, false, true)], _answers[(timeline, true, true)]);
}
