using System.Collections.Immutable;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Interdiction;

/// <summary>Traces what the attacker can do with every amount of one resource, the other resources as they are.</summary>
public static class RailFrontier
{
    /// <summary>Traces.</summary>
    /// <param name="question">Who attacks what with what; objective: delivered tonnes.</param>
    /// <param name="resourceIndex">Index of the varied resource in the question's budgets.</param>
    /// <param name="limits">How long it may take; stopping gives the steps found.</param>
    /// <param name="progress">Told of every step; null: nobody listens.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public static FrontierAnswer Trace(
        AttackQuestion question, int resourceIndex, SearchLimits limits, IProgress<SearchState>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(limits);
        var reader = new PlanReader(question, limits, token);
        var problem = reader.Attack.Problem;
        var listener = progress is null ? null : new SearchListener<FrontierPoint>(progress, Count());
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limits.Stop, token);
        var traced = InterdictionFrontier.Trace(problem, resourceIndex, RailInterdiction.Options(limits, 1), listener, ending.Token);
        token.ThrowIfCancellationRequested();
        if (traced.Termination == Termination.OutOfRange)
            throw new OverflowException("The capacities of this situation add up to more than exact whole numbers hold.");
        reader.Tally.Add(traced.Statistics, traced.Termination, traced.Points.All(p => IsProven(problem, resourceIndex, p)));
        var steps = traced.Points.Select(p => new FrontierStep(p.Budget, reader.Read(p.Plan.Attacks, p.Value, sustainable: null), p.IsSupported)).ToImmutableArray();
        var isComplete = traced.Termination == Termination.Optimal;
        var proof = isComplete
            ? "Each step's plan and cut show what is left; for each a tree of flows shows that no plan of less leaves as little. All were checked."
            : "Stopped before all steps were found: those given were checked.";
        var resource = question.Budgets[resourceIndex].Resource;
        return new FrontierAnswer(
            resource, steps, isComplete, Headline(reader, question.Budgets[resourceIndex], steps, isComplete),
            reader.Tally.Facts("Lagrangian branch and bound, one budget after the other", proof, problem.Graph.ArcCount))
        {
            Attack = problem,
            ResourceIndex = resourceIndex,
        };
    }

    private static Func<FrontierPoint, SearchState> Count()
    {
        var found = 0;
        return _ => new SearchState(++found, 0, 0, SearchState.Steps, found);
    }

    private static bool IsProven(InterdictionProblem problem, int resource, FrontierPoint point) =>
        point.Certificate is { } certificate
        && InterdictionChecker.Check(problem.WithBudgets(problem.Budgets.SetItem(resource, point.ProvedUpTo)), certificate).IsAccepted;

    private static string Headline(PlanReader reader, ResourceBudget varied, ImmutableArray<FrontierStep> steps, bool isComplete)
    {
        if (steps.IsEmpty)
            return "Stopped before the first step was found.";
        var last = steps[^1];
        var found = isComplete ? "" : " (stopped early: steps of smaller budgets are missing)";
        if (steps.Length == 1 && last.Plan.LostKilogramsPerDay > 0)
            return $"No {varied.Resource} are needed: the other means alone bring deliveries from {Wording.Tonnes(reader.Before.TotalDelivered)} down to {Wording.Tonnes(last.Plan.DeliveredKilogramsPerDay)}, and up to {Wording.Number(varied.Count)} of them add nothing{found}.";
        if (last.Plan.LostKilogramsPerDay == 0)
            return $"Up to {Wording.Number(varied.Count)} {varied.Resource} do no harm{found}.";
        return $"From 0 to {Wording.Number(varied.Count)} {varied.Resource} the damage grows in {Wording.Count(steps.Length - 1, "step")}: "
            + $"with {Wording.Number(last.BudgetCount)} deliveries fall from {Wording.Tonnes(reader.Before.TotalDelivered)} to {Wording.Tonnes(last.Plan.DeliveredKilogramsPerDay)}"
            + $" and {Wording.Count(last.Plan.SustainedCount.Best, "division")} are left{found}.";
    }
}
