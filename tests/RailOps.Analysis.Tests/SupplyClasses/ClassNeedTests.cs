using NUnit.Framework;
using RailOps.Analysis.Demand;
using RailOps.Model;
using RailOps.Model.Doctrine;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Testing;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.SupplyClasses;

/// <summary>Needs by class of supply add up to the need of one class, to the kilogram.</summary>
public sealed class ClassNeedTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;

    private static IEnumerable<TestCaseData> EverySide() =>
        from timeline in Data.Timelines
        from side in timeline.Sides
        select new TestCaseData(timeline.Id, side.Id).SetArgDisplayNames(timeline.Id, side.Id);

    [TestCaseSource(nameof(EverySide))]
    public void The_classes_of_every_slice_add_up_to_the_slice(string timelineId, string side)
    {
        var timeline = Data.Timelines.Single(t => t.Id == timelineId);
        var situation = SituationBuilder.Build(Data, SituationSpec.Of(timeline, timeline.DefaultDate, side, [])).Situation!;
        foreach (var posture in Enum.GetValues<Posture>())
        {
            foreach (var need in DemandCalculator.Calculate(situation, posture))
            {
                foreach (var level in Enum.GetValues<EstimateLevel>())
                {
                    var slices = need.ClassSlicesKilogramsPerDay(level);
                    Assert.That(slices.Sum(), Is.EqualTo(need.SliceKilogramsPerDay(level)), $"{need.Front.Id} {posture} {level}");
                    Assert.That(slices, Has.All.GreaterThanOrEqualTo(0));
                }
            }
        }
    }

    [Test]
    public void A_need_divides_as_its_columns_do_and_the_tail_as_its_own()
    {
        var world = new WorldBuilder()
            .Stations("a").Formation("tail", 100, divisions: 0).Split("tail", 0, 1, 0, 0)
            .Formation("division", 100, tail: "tail", tailRatio: 1).Split("division", 60, 0, 20, 20)
            .Source("a").Front("front", "a", "division", 2);
        var need = DemandCalculator.Calculate(world.Situation().Situation!, null).Single();
        Assert.That(need.ClassSlicesKilogramsPerDay(EstimateLevel.Best).ToArray(), Is.EqualTo(new long[] { 60_000, 100_000, 20_000, 20_000 }));
    }

    [Test]
    public void Kilograms_that_do_not_divide_go_to_the_largest_rests()
    {
        var world = new WorldBuilder().Stations("a").Formation("division", 0.01m).Split("division", 1, 1, 1, 0).Source("a").Front("front", "a", "division", 1);
        var need = DemandCalculator.Calculate(world.Situation().Situation!, null).Single();
        Assert.That(need.ClassSlicesKilogramsPerDay(EstimateLevel.Best).ToArray(), Is.EqualTo(new long[] { 4, 3, 3, 0 }));
    }

    [Test]
    public void A_need_that_nobody_divided_is_all_other()
    {
        var world = new WorldBuilder().Stations("a").Formation("division", 10).Source("a").Front("front", "a", "division", 1);
        var need = DemandCalculator.Calculate(world.Situation().Situation!, null).Single();
        Assert.That(need.ClassSlicesKilogramsPerDay(EstimateLevel.Best).ToArray(), Is.EqualTo(new long[] { 0, 0, 0, 10_000 }));
    }

    [Test]
    public void Every_formation_of_the_data_is_divided()
    {
        var undivided = Data.Doctrine.Formations.Where(f => Enum.GetValues<Posture>().Any(p => f.Split(p) is { RationsAndForage: 0m } or { Other: 0m }));
        Assert.That(undivided.Select(f => f.Id), Is.Empty, "every formation eats and wears out");
    }
}
