using System.CommandLine;
using RailOps.Analysis.CrossChecks;
using RailOps.Analysis.GraphFiles;
using RailOps.Server.Services.Backends;
using RailOps.Server.Shell.Commands;
using RailOps.Server.Shell.Rendering;
using RailOps.Solvers.Interdiction;

namespace RailOps.Server.Shell.Graphs;

/// <summary><c>interdict --graph</c>: which attacks leave the least flow on a graph that the user brings.</summary>
internal sealed class GraphInterdictCommand(ShellEnvironment environment, SearchOptions search, SolverOptions solver)
{
    private readonly GraphQuestion _question = new(environment, search, withDimacs: false);

    /// <summary>Adds the options of a graph; those of the search are the owner's to add.</summary>
    public void AddTo(Command command)
    {
        _question.AddTo(command);
        foreach (var option in solver.All)
            _question.Accept(option);
    }

    /// <summary>True: the question is about a graph that the user brings.</summary>
    public bool Wants(ParseResult parsed) => _question.Wants(parsed);

    /// <summary>Answers in this process.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => _question.AnswerAsync(
        parsed,
        (graph, line, token) =>
        {
            var progress = line.Listen<InterdictionProgress>(at => SearchLine.Facts(
                Figures.Amount(graph.Amount(at.Value)), Figures.Amount(graph.Amount(at.Bound)), at.Gap, at.SearchNodeCount));
            var question = _question.ReadAttack(parsed);
            var (answer, check) = new GraphSolvers(solver, "interdict", environment.Time).Ask(
                parsed, (byOrTools, choice) => Answer(graph, question, byOrTools, choice, progress, token), found => found.Solve, GraphCrossCheck.Compare,
                choice => RefusePlans(question, choice));
            return new GraphReply(
                answer.Solve, answer.CertificateJson, report => GraphInterdictionReport.Write(report, answer), json => GraphAnswerJson.Write(json, answer))
            {
                Check = check,
            };
        },
        cancellationToken);

    private static void RefusePlans(AttackQuestion question, SolverChoice choice)
    {
        if (question.PlanCount > 1)
            choice.RefuseOrTools("it finds the best plan alone. Ask for one plan, or the native solvers.");
    }

    // As a check, the best plan is all that OR-Tools is asked for.
    private static GraphInterdictionAnswer Answer(
        NamedGraph graph, AttackQuestion question, bool byOrTools, SolverChoice choice, IProgress<InterdictionProgress>? progress, CancellationToken token)
    {
        var asked = byOrTools ? question with { Solver = choice.OutsideAttacks, PlanCount = 1 } : question;
        return GraphQuestion.Require(GraphInterdiction.Solve(graph, asked, progress, token));
    }
}
