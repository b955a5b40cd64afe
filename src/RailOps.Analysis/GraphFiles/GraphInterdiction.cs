using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.GraphFiles;

/// <summary>Answers which attacks within the budgets leave the least flow on a graph that a user brought.</summary>
public static class GraphInterdiction
{
    /// <summary>Solves and checks.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="question">What may be spent, and the limits.</param>
    /// <param name="progress">Told of better plans and bounds, in solver units; may be null.</param>
    /// <param name="token">Cancelling gives the best plan and bound so far.</param>
    public static GraphOutcome<GraphInterdictionAnswer> Solve(
        NamedGraph graph, AttackQuestion question, IProgress<InterdictionProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        var stated = AttackModel.Of(graph, question);
        if (stated.Answer is not { } model)
            return new GraphOutcome<GraphInterdictionAnswer>(null, stated.Faults);
        var solver = question.Solver;
        var clock = question.Limits.Clock;
        var start = clock.GetTimestamp();
        var result = solver.Solve(model.Problem, Options(question), progress, token);
        var solved = clock.GetTimestamp();
        if (result.Termination == Termination.OutOfRange)
            return new GraphOutcome<GraphInterdictionAnswer>(null, [AttackModel.OutOfRange()]);
        var check = InterdictionChecker.Check(model.Problem, result);
        var solve = new GraphSolve(result.Termination, solver.Name, check, result.Statistics, clock.GetElapsedTime(start, solved), clock.GetElapsedTime(solved));
        return new GraphOutcome<GraphInterdictionAnswer>(Answer(model, result, solve), []);
    }

    internal static InterdictionOptions Options(AttackQuestion question) => new()
    {
        Limits = new SolveOptions { TimeLimit = question.Limits.TimeLimit, TimeProvider = question.Limits.Clock },
        Count = question.PlanCount,
        ThreadCount = question.Limits.ThreadCount,
    };

    private static GraphInterdictionAnswer Answer(AttackModel model, InterdictionResult result, GraphSolve solve) => new(
        model,
        result.ValueBefore is { } before ? model.Graph.Amount(before) : null,
        result.ValueBefore is not null,
        model.Graph.Amount(result.Bound),
        result.Gap,
        [.. result.Plans.Select(model.PlanOf)],
        model.CutOf(result.Plan!),
        result.Certificate is { } certificate ? InterdictionJson.Write(model.Problem, certificate) : null,
        solve);
}
