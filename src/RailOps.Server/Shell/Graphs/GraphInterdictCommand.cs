using System.CommandLine;
using RailOps.Analysis.GraphFiles;
using RailOps.Server.Shell.Rendering;
using RailOps.Solvers.Interdiction;

namespace RailOps.Server.Shell.Graphs;

/// <summary><c>interdict --graph</c>: which attacks leave the least flow on a graph that the user brings.</summary>
internal sealed class GraphInterdictCommand(ShellEnvironment environment, SearchOptions search)
{
    private readonly GraphQuestion _question = new(environment, search, withDimacs: false);

    /// <summary>Adds the options of a graph; those of the search are the owner's to add.</summary>
    public void AddTo(Command command) => _question.AddTo(command);

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
            var answer = GraphQuestion.Require(GraphInterdiction.Solve(graph, _question.ReadAttack(parsed), progress, token));
            return new GraphReply(
                answer.Solve, answer.CertificateJson, report => GraphInterdictionReport.Write(report, answer), json => GraphAnswerJson.Write(json, answer));
        },
        cancellationToken);
}
