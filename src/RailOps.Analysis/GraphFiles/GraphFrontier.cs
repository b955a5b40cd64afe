using System.Collections.Immutable;
using RailOps.Model.Formats;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.GraphFiles;

/// <summary>Answers how much flow is left for every budget of one resource, on a graph that a user brought.</summary>
public static class GraphFrontier
{
    /// <summary>Solves and checks every step.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="question">What may be spent at most, and the limits; one plan a step.</param>
    /// <param name="vary">Resource whose budget varies; null: the only one.</param>
    /// <param name="progress">Told of every step once it is final, in solver units; may be null.</param>
    /// <param name="token">Cancelling gives the steps found so far.</param>
    public static GraphOutcome<GraphFrontierAnswer> Solve(
        NamedGraph graph, AttackQuestion question, string? vary, IProgress<FrontierPoint>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(question);
        var stated = AttackModel.Of(graph, question);
        var (varied, fault) = Varied(graph.File.Resources, vary);
        if (stated.Answer is not { } model || fault is not null)
            return new GraphOutcome<GraphFrontierAnswer>(null, fault is null ? stated.Faults : stated.Faults.Add(fault));
        var clock = question.Limits.Clock;
        var start = clock.GetTimestamp();
        var result = InterdictionFrontier.Trace(model.Problem, varied, GraphInterdiction.Options(question), progress, token);
        var solved = clock.GetTimestamp();
        if (result.Termination == Termination.OutOfRange)
            return new GraphOutcome<GraphFrontierAnswer>(null, [AttackModel.OutOfRange()]);
        var check = Check(model, varied, result);
        var solve = new GraphSolve(result.Termination, "lagrangian, epsilon constraint", check, result.Statistics, clock.GetElapsedTime(start, solved), clock.GetElapsedTime(solved));
        return new GraphOutcome<GraphFrontierAnswer>(Answer(model, varied, result, solve), []);
    }

    private static (int Index, GraphFault? Fault) Varied(ImmutableArray<string> resources, string? vary)
    {
        var index = vary is null ? (resources.Length > 1 ? -1 : 0) : resources.IndexOf(vary, StringComparer.Ordinal);
        if (index >= 0 || resources.IsEmpty)
            return (index, null);
        var near = vary is null ? null : NearestMatch.Find(vary, resources);
        var message = vary is null
            ? $"One of the {resources.Length} resources ({string.Join(", ", resources)}) should vary, but none is named."
            : $"What varies should be one of {string.Join(", ", resources)}, but is '{vary}'.";
        return (-1, new GraphFault("vary", "RESOURCE_UNKNOWN", message, near is null ? "Add --vary RESOURCE." : $"Maybe '{near}'."));
    }

    private static CheckReport Check(AttackModel model, int varied, FrontierResult result)
    {
        var proof = result.Points.IsEmpty ? ProofKind.None : ProofKind.Certified;
        for (var index = 0; index < result.Points.Length; index++)
        {
            var point = result.Points[index];
            var upTo = index + 1 < result.Points.Length ? result.Points[index + 1].Budget - 1 : model.Problem.Budgets[varied];
            if (point.ProvedUpTo != upTo || point.Budget > upTo)
                return CheckReport.Refused($"Step {index} should be proved up to a budget of {upTo}, where the next begins, but is up to {point.ProvedUpTo}.");
            var report = CertificateOf(point) is { } certificate
                ? InterdictionChecker.Check(ProblemOf(model, varied, point), certificate)
                : CheckReport.Accepted(ProofKind.BySearch);
            if (!report.IsAccepted)
                return report;
            proof = report.Proof == ProofKind.Certified ? proof : report.Proof;
        }

        return CheckReport.Accepted(proof);
    }

    /// <summary>The proof with the step's own plan, which may be cheaper than the one that the proof was found with.</summary>
    private static InterdictionCertificate? CertificateOf(FrontierPoint point) =>
        point.Certificate is { } certificate ? certificate with { Plan = point.Plan } : null;

    private static InterdictionProblem ProblemOf(AttackModel model, int varied, FrontierPoint point) =>
        model.Problem.WithBudgets(model.Problem.Budgets.SetItem(varied, point.ProvedUpTo));

    private static GraphFrontierAnswer Answer(AttackModel model, int varied, FrontierResult result, GraphSolve solve)
    {
        var steps = result.Points.Select(point => new GraphFrontierStep(
            model.Cost(varied, point.Budget), model.Cost(varied, point.ProvedUpTo), model.PlanOf(point.Plan), point.IsSupported));
        var certificates = result.Points.Where(point => point.Certificate is not null)
            .Select(point => InterdictionJson.Write(ProblemOf(model, varied, point), CertificateOf(point)!));
        return new GraphFrontierAnswer(model, varied, result.Termination == Termination.Optimal, [.. steps], [.. certificates], solve);
    }
}
