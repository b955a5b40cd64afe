using NUnit.Framework;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.Supply;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;
using RailOps.Testing.Worlds;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Criticality;

public sealed class CriticalityRankingTests
{
    private static readonly TargetKind[] All = [TargetKind.Link, TargetKind.Point, TargetKind.Station, TargetKind.Railway];

    // depot ==6== a ==4== end, depot ==2== b ==2== end: the front draws 6 of its 9.
    private static WorldBuilder Twin() => new WorldBuilder()
        .Stations("depot", "a", "b", "end", "spur")
        .Rail("depot--a", 6).Rail("a--end", 4).Rail("depot--b", 2).Rail("b--end", 2).Rail("a--spur", 9)
        .Point("tunnel", "a--end", "b--end")
        .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 9);

    private static CriticalityAnswer Rank(Situation situation, params TargetKind[] kinds)
    {
        var question = new SupplyQuestion(situation, AllocationPolicy.Priority, null);
        return CriticalityRanking.Rank(question, kinds, 1000, SolveOptions.Default, CancellationToken.None);
    }

    [Test]
    public void The_loss_of_each_thing_alone_is_exact()
    {
        var answer = Rank(Twin().Situation().Situation!, All);
        var lost = answer.Items.ToDictionary(i => $"{i.Target.Kind}:{i.Target.Id}", i => i.LostCount);
        Assert.That(lost, Is.EquivalentTo(new Dictionary<string, long>
        {
            ["Point:tunnel"] = 6, ["Railway:line"] = 6, ["Station:depot"] = 6, ["Station:end"] = 6,
            ["Link:depot--a"] = 4, ["Link:a--end"] = 4, ["Station:a"] = 4,
            ["Link:depot--b"] = 2, ["Link:b--end"] = 2, ["Station:b"] = 2,
        }));
        Assert.That(answer.Solve.CertificateAccepted, Is.True);
    }

    [Test]
    public void Equal_costs_share_a_rank_and_the_next_rank_counts_them()
    {
        var ranks = Rank(Twin().Situation().Situation!, TargetKind.Link).Items.Select(i => i.Rank);
        Assert.That(ranks, Is.EqualTo(new[] { 1, 1, 3, 3 }));
    }

    [Test]
    public void What_costs_nothing_is_examined_and_left_out()
    {
        var answer = Rank(Twin().Situation().Situation!, TargetKind.Link);
        Assert.That((answer.ExaminedCount, answer.Items.Length), Is.EqualTo((5L, 4)));
    }

    [Test]
    public void Where_a_way_round_carries_as_much_nothing_matters_alone()
    {
        var world = new WorldBuilder().Stations("depot", "a", "b", "end")
            .Rail("depot--a", 9).Rail("a--end", 9).Rail("depot--b", 9).Rail("b--end", 9)
            .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 5);
        var answer = Rank(world.Situation().Situation!, TargetKind.Link);
        Assert.That(answer.Items, Is.Empty);
        Assert.That(answer.Headline, Does.Contain("None of 4"));
    }

    [Test]
    public void Ranking_agrees_with_closing_each_link_by_hand_on_the_stored_network()
    {
        var data = RailDataReader.Load(RepositoryFolder.Networks).Data!;
        var timeline = data.Timelines.Single(t => t.Id == "history-1940");
        Situation With(params Change[] changes) =>
            SituationBuilder.Build(data, SituationSpec.Of(timeline, timeline.DefaultDate, "soviet", [.. changes])).Situation!;
        long Delivered(Situation situation) => SupplyAssessor.Assess(
            new SupplyQuestion(situation, AllocationPolicy.Priority, null), SolveOptions.Default, CancellationToken.None).DeliveredKilogramsPerDay.Best;
        var whole = Delivered(With());
        var items = Rank(With(), TargetKind.Link).Items.ToDictionary(i => i.Target.Id, i => i.LostKilogramsPerDay, StringComparer.Ordinal);
        Assert.That(items, Is.Not.Empty);
        foreach (var link in data.Base.Links.Where((_, i) => i % 7 == 0))
            Assert.That(items.GetValueOrDefault(link.Id), Is.EqualTo(whole - Delivered(With(new Change.Close($"link:{link.Id}")))), link.Id);
    }
}
