using System.CommandLine;
using RailOps.Analysis.GraphFiles;
using RailOps.Server.Shell.Rendering;
using RailOps.Solvers.Fortification;

namespace RailOps.Server.Shell.Graphs;

/// <summary><c>fortify --graph</c>: which protections keep the most under the best attack, on a graph that the user brings.</summary>
internal sealed class GraphFortifyCommand(ShellEnvironment environment, SearchOptions search)
{
    private readonly GraphQuestion _question = new(environment, search, withDimacs: false);

    /// <summary>Adds the options of a graph; those of the search and <c>--defence-budget</c> are the owner's to add.</summary>
    public void AddTo(Command command)
    {
        _question.AddTo(command);
        _question.Accept(search.DefenceBudget);
    }

    /// <summary>True: the question is about a graph that the user brings.</summary>
    public bool Wants(ParseResult parsed) => _question.Wants(parsed);

    /// <summary>Answers in this process.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => _question.AnswerAsync(
        parsed,
        (graph, line, token) =>
        {
            var progress = line.Listen<FortificationProgress>(at => SearchLine.Facts(
                Figures.Amount(graph.Amount(at.Value)), Figures.Amount(graph.Amount(at.Bound)), at.Gap, at.SearchNodeCount));
            var question = new DefenceQuestion(_question.ReadAttack(parsed), search.ReadDefenceBudget(parsed));
            var answer = GraphQuestion.Require(GraphFortification.Solve(graph, question, progress, token));
            return new GraphReply(
                answer.Solve, answer.CertificateJson, report => GraphFortificationReport.Write(report, answer), json => GraphAnswerJson.Write(json, answer));
        },
        cancellationToken);
}
