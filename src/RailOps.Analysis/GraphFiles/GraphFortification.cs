using RailOps.Solvers.Checking;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.GraphFiles;

/// <summary>Answers which protections keep the most flow under the best attack, on a graph that a user brought.</summary>
public static class GraphFortification
{
    /// <summary>Solves and checks.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="question">What both sides may spend, and the limits.</param>
    /// <param name="progress">Told of better defences and bounds, in solver units; may be null.</param>
    /// <param name="token">Cancelling gives the best defence and bound so far.</param>
    public static GraphOutcome<GraphFortificationAnswer> Solve(
        NamedGraph graph, DefenceQuestion question, IProgress<FortificationProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(question);
        var stated = DefenceModel.Of(graph, question);
        if (stated.Answer is not { } model)
            return new GraphOutcome<GraphFortificationAnswer>(null, stated.Faults);
        var (limits, clock) = (question.Attack.Limits, question.Attack.Limits.Clock);
        var options = new FortificationOptions
        {
            Limits = new SolveOptions { TimeLimit = limits.TimeLimit, TimeProvider = clock },
            ThreadCount = limits.ThreadCount,
        };
        var start = clock.GetTimestamp();
        var result = FortificationSolver.Solve(model.Problem, options, progress, token);
        var solved = clock.GetTimestamp();
        if (result.Termination == Termination.OutOfRange)
            return new GraphOutcome<GraphFortificationAnswer>(null, [AttackModel.OutOfRange()]);
        var check = FortificationChecker.Check(model.Problem, result);
        var work = result.Statistics.AttackWork with { SearchNodeCount = result.Statistics.AttackWork.SearchNodeCount + result.Statistics.SearchNodeCount };
        var solve = new GraphSolve(result.Termination, "implicit enumeration", check, work, clock.GetElapsedTime(start, solved), clock.GetElapsedTime(solved));
        return new GraphOutcome<GraphFortificationAnswer>(Answer(model, result, solve), []);
    }

    private static GraphFortificationAnswer Answer(DefenceModel model, FortificationResult result, GraphSolve solve)
    {
        var graph = model.Attack.Graph;
        return new GraphFortificationAnswer(
            model.Attack, model.Budget, model.Scale.ToAmount(result.Costs[0]), model.Targets.Length, [.. result.Defence.Select(model.ProtectionOf)],
            graph.Amount(result.Value), graph.Amount(result.Bound), result.Gap,
            result.ValueUnprotected is { } bare ? graph.Amount(bare) : null, result.ValueUnprotected is not null,
            model.Attack.PlanOf(result.Attack!), model.Attack.CutOf(result.Attack!),
            result.Certificate is { } certificate ? FortificationJson.Write(model.Problem, certificate) : null,
            solve);
    }
}
