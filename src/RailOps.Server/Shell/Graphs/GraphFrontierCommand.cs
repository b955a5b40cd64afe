using System.CommandLine;
using RailOps.Analysis.GraphFiles;
using RailOps.Server.Shell.Rendering;
using RailOps.Solvers.Interdiction;

namespace RailOps.Server.Shell.Graphs;

/// <summary><c>frontier --graph</c>: what is left for every budget of one resource, on a graph that the user brings.</summary>
internal sealed class GraphFrontierCommand(ShellEnvironment environment, SearchOptions search)
{
    private readonly GraphQuestion _question = new(environment, search, withDimacs: false);

    private readonly Option<string?> _vary = new("--vary")
    {
        HelpName = "RESOURCE",
        Description = "The resource whose budget varies from 0 to what is stated. Default: the only one, or with a timeline the first.",
    };

    /// <summary>Adds the options of a graph; those of the search are the owner's to add.</summary>
    public void AddTo(Command command) => _question.AddTo(command, _vary);

    /// <summary>True: the question is about a graph that the user brings.</summary>
    public bool Wants(ParseResult parsed) => _question.Wants(parsed);

    /// <summary>The resource that varies as typed, or null.</summary>
    public string? ReadVaried(ParseResult parsed) => parsed.GetValue(_vary);

    /// <summary>Answers in this process.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => _question.AnswerAsync(
        parsed,
        (graph, line, token) =>
        {
            var count = 0;
            var progress = line.Listen<FrontierPoint>(point =>
                $"{Figures.Counted(Interlocked.Increment(ref count), "step")}, the last leaves {Figures.Amount(graph.Amount(point.Value))}");
            var answer = GraphQuestion.Require(GraphFrontier.Solve(graph, _question.ReadAttack(parsed), parsed.GetValue(_vary), progress, token));
            var certificates = answer.CertificatesJson.IsEmpty ? null : string.Concat(answer.CertificatesJson.Select(certificate => certificate + "\n"));
            return new GraphReply(
                answer.Solve, certificates, report => GraphFrontierReport.Write(report, answer), json => GraphAnswerJson.Write(json, answer));
        },
        cancellationToken);
}
