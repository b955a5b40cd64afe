using RailOps.Analysis.Supply;
using RailOps.Model.Backtests;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>Whole divisions that a front, or all fronts of a side, can sustain: the answer of <see cref="SupplyAssessor"/> under the priority policy.</summary>
internal sealed class DivisionsSustained : IBacktestAnswerer
{
    public BacktestAnswer Answer(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var fronts = Fronts(asked, world, token);
        var count = LevelCount.From(level => fronts.Sum(f => f.SustainedCount[level]));
        return new BacktestAnswer(
            new Estimate(count.Smallest, count.Best, count.Largest),
            string.Join(", ", fronts.Select(f => f.Need.Front.Title)),
            ForceSteps.Of(fronts, world.Data.Doctrine));
    }

    /// <summary>The fronts asked for.</summary>
    /// <exception cref="NoAnswerException">Nothing stands there on the day.</exception>
    public static IReadOnlyList<FrontAssessment> Fronts(BacktestCase asked, BacktestWorld world, CancellationToken token)
    {
        var question = new SupplyQuestion(world.Situation(asked), AllocationPolicy.Priority, null);
        var fronts = SupplyAssessor.Assess(question, SolveOptions.Default, token).Fronts.Where(f => ForceSteps.IsOf(f.Need, asked)).ToList();
        return fronts.Count > 0 ? fronts : throw new NoAnswerException($"Nothing of {asked.SideId} stands there on {asked.Date:yyyy-MM-dd}.");
    }
}
