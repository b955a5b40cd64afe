using NUnit.Framework;
using RailOps.Analysis.Supply;
using RailOps.Analysis.Uncertainty;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Uncertainty;

/// <summary>Three draws ride on the three levels of a figure; each must come out as if it had been drawn alone.</summary>
public sealed class ThreeDrawsTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;
    private static readonly EstimateLevel[] Levels = [EstimateLevel.Low, EstimateLevel.Best, EstimateLevel.High];

    private static IEnumerable<object[]> Sides => Data.Timelines.SelectMany(t => t.Sides.Select(s => new object[] { t.Id, s.Id }));

    [TestCaseSource(nameof(Sides))]
    public void Each_of_three_draws_read_together_is_what_it_is_alone(string timelineId, string side)
    {
        var timeline = Data.Timelines.Single(t => t.Id == timelineId);
        var situation = SituationBuilder.Build(Data, SituationSpec.Of(timeline, timeline.DefaultDate, side, [])).Situation!;
        var book = new FigureBook(situation);
        var evaluator = new DrawEvaluator(
            new SupplyQuestion(situation, AllocationPolicy.Priority, null), SolveOptions.Default, new SolveTally(TimeProvider.System), CancellationToken.None);
        for (var first = 0; first < 12; first += FigureDraw.Count)
        {
            var draws = new FigureDraw(book, 5, first, 0.5);
            var together = evaluator.Evaluate(draws, Levels);
            for (var i = 0; i < FigureDraw.Count; i++)
            {
                var alone = evaluator.Evaluate(new Alone(book, draws, i), [EstimateLevel.Best])[0];
                Assert.That(together[i].UnitCounts, Is.EqualTo(alone.UnitCounts), $"divisions, draw {first + i}");
                Assert.That(together[i].Delivered, Is.EqualTo(alone.Delivered), $"kg/day, draw {first + i}");
                Assert.That(together[i].CutArcs, Is.EqualTo(alone.CutArcs), $"cut, draw {first + i}");
            }
        }
    }

    private sealed class Alone(FigureBook book, FigureDraw draws, int index) : IFigureReading
    {
        public Estimate Read(in Figure figure)
        {
            var drawn = book.Of(figure);
            return Estimate.Exactly(drawn.IsExact ? drawn.Range.Best : draws.ValueIn(index, drawn));
        }
    }
}
