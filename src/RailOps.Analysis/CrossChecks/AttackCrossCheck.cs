using System.Collections.Immutable;
using RailOps.Analysis.Interdiction;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.CrossChecks;

/// <summary>Puts questions about attacks to a second solver, which finds the best plan alone.</summary>
public sealed class AttackCrossCheck
{
    private readonly IInterdictionSolver _solver;
    private readonly TimeSpan _limit;
    private readonly SearchLimits _limits;
    private readonly CancellationToken _token;
    private readonly long _start;
    private readonly long _rounding;

    /// <summary>Prepares; the time begins to run.</summary>
    /// <param name="question">Who attacks what with what; its objective is delivered tonnes.</param>
    /// <param name="solver">Who checks.</param>
    /// <param name="limit">Time for all of it.</param>
    /// <param name="limits">Clock, threads, and what ends it early.</param>
    /// <param name="token">Cancellation.</param>
    public AttackCrossCheck(AttackQuestion question, IInterdictionSolver solver, TimeSpan limit, SearchLimits limits, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(limits);
        (_solver, _limit, _limits, _token) = (solver, limit, limits, token);
        _start = limits.Time.GetTimestamp();
        // Fair shares are rounded down to whole kilograms for each front.
        _rounding = question.Supply.Policy == AllocationPolicy.Fair ? question.Supply.Situation.Fronts.Length : 0;
    }

    /// <summary>Compares what the worst attack leaves.</summary>
    /// <param name="answer">The answer.</param>
    public CrossCheckReport Compare(InterdictionAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var isFinished = answer.Solve.Termination is Termination.Optimal or Termination.WithinTolerance;
        var found = new LeastFound(Kilograms(answer.State.Best), Kilograms(answer.State.Bound), isFinished);
        var value = ComparedValue.OfLeast("left by the best plan", found, Ask(answer.Attack!), _rounding);
        return Report(
            answer.Solve.Solver, [value], isComplete: true,
            "Compared was what the best plan leaves, evaluated in whole kilograms; which plan that is, and the next-best plans, were not.");
    }

    /// <summary>Compares what is left at the largest budget of each step.</summary>
    /// <param name="answer">The answer.</param>
    public CrossCheckReport Compare(FrontierAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var (values, most) = (ImmutableArray.CreateBuilder<ComparedValue>(), answer.Attack.Budgets[answer.ResourceIndex]);
        for (var i = answer.Steps.Length - 1; i >= 0 && TimeLeft > TimeSpan.Zero; i--)
        {
            var upTo = i + 1 < answer.Steps.Length ? answer.Steps[i + 1].BudgetCount - 1 : most;
            var problem = answer.Attack.WithBudgets(answer.Attack.Budgets.SetItem(answer.ResourceIndex, upTo));
            values.Add(ComparedValue.OfLeast(
                $"with {upTo} {answer.Resource}", LeastFound.Proven(answer.Steps[i].Plan.DeliveredKilogramsPerDay), Ask(problem), _rounding));
        }

        values.Reverse();
        return Report(
            answer.Solve.Solver, values.ToImmutable(), answer.IsComplete && values.Count == answer.Steps.Length,
            $"Compared was what the best plan leaves at the largest budget of {values.Count} of {answer.Steps.Length} steps; in between more budget cannot leave more.");
    }

    /// <summary>Compares what the best attack behind the guards leaves.</summary>
    /// <param name="answer">The answer.</param>
    public CrossCheckReport Compare(FortificationAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var value = Kilograms(answer.State.Best);
        var isProven = answer.Solve.Termination == Termination.Optimal;
        var found = isProven ? LeastFound.Proven(value) : new LeastFound(value, 0, IsFinished: false);
        return Report(
            answer.Solve.Solver, [ComparedValue.OfLeast("left behind the guards", found, Ask(answer.AttackBehindGuards))], isComplete: true,
            "Compared was what the best attack leaves behind the guards chosen; that no other guards keep more is proven by the certificate of the answer alone.");
    }

    private TimeSpan TimeLeft => _limit - _limits.Time.GetElapsedTime(_start);

    private LeastFound Ask(InterdictionProblem problem)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_limits.Stop, _token);
        var limit = TimeLeft > TimeSpan.Zero ? TimeLeft : TimeSpan.Zero;
        var options = RailInterdiction.Options(_limits with { TimeLimit = limit }, planCount: 1) with { RecordProof = false };
        var result = _solver.Solve(problem, options, progress: null, ending.Token);
        _token.ThrowIfCancellationRequested();
        return LeastFound.Of(result);
    }

    private CrossCheckReport Report(string answeredBy, ImmutableArray<ComparedValue> values, bool isComplete, string compared) =>
        new(answeredBy, _solver.Name, values, isComplete, compared);

    private static long Kilograms(decimal tonnes) => (long)(tonnes * 1000m);
}
