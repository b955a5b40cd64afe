using NUnit.Framework;
using RailOps.Analysis.Comparison;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Comparison;

public sealed class TimelineComparisonTests
{
    private static readonly DateOnly RaidDay = new(1940, 7, 1);

    // Two parallel lines of 5 pairs: closing one halves the flow, closing the other too stops it.
    private static WorldBuilder Twin() => new WorldBuilder()
        .Stations("depot", "a", "b", "end")
        .Rail("depot--a", 5).Rail("a--end", 5).Rail("depot--b", 5).Rail("b--end", 5)
        .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 20)
        .Event("raid", RaidDay, null, new Change.Close("depot--a"));

    private static readonly RailData Data = Twin().Build();

    private static ComparisonCase Case(string label, DateOnly date, params Change[] changes)
    {
        var spec = SituationSpec.Of(Data.Timelines[0], date, "red", [.. changes]);
        return new ComparisonCase(label, new SupplyQuestion(SituationBuilder.Build(Data, spec).Situation!, AllocationPolicy.Priority, null));
    }

    private static Attribution Against(ComparisonCase baseline, ComparisonCase other) => TimelineComparison
        .Compare([baseline, other], SolveOptions.Default, CancellationToken.None).Attributions.Single();

    [Test]
    public void One_change_explains_all_of_its_difference()
    {
        var attribution = Against(Case("whole", WorldBuilder.Day), Case("cut", WorldBuilder.Day, new Change.Close("a")));
        Assert.That(attribution.UnitDifference, Is.EqualTo(-5));
        var part = attribution.Parts.Single();
        Assert.That((part.Kind, part.AloneUnitDifference, part.LastUnitDifference), Is.EqualTo(("change", -5L, -5L)));
    }

    [Test]
    public void Two_changes_on_one_line_are_each_enough_alone_and_neither_matters_last()
    {
        var attribution = Against(
            Case("whole", WorldBuilder.Day), Case("cut twice", WorldBuilder.Day, new Change.Close("depot--a"), new Change.Close("a--end")));
        Assert.That(attribution.Parts.Select(p => (p.AloneUnitDifference, p.LastUnitDifference)), Is.EqualTo(new[] { (-5L, 0L), (-5L, 0L) }));
    }

    [Test]
    public void An_event_between_two_dates_is_a_part_of_its_own()
    {
        var attribution = Against(Case("june", WorldBuilder.Day), Case("july", RaidDay));
        var part = attribution.Parts.First();
        Assert.That((part.Kind, part.Sentence, part.LastUnitDifference), Is.EqualTo(("event", "raid happens", -5L)));
    }

    [Test]
    public void A_case_equal_to_the_baseline_differs_in_nothing()
    {
        var attribution = Against(Case("one", WorldBuilder.Day), Case("two", WorldBuilder.Day));
        Assert.That((attribution.UnitDifference, attribution.Parts.Length), Is.EqualTo((0L, 0)));
    }
}
