using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RailOps.Analysis.CrossChecks;
using RailOps.Analysis.GraphFiles;
using RailOps.Server.Shell.Commands;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Graphs;

/// <summary><c>maxflow --graph</c> or <c>--dimacs</c>: the most that can pass a graph that the user brings.</summary>
internal sealed class GraphMaxFlowCommand(ShellEnvironment environment, SearchOptions search, SolverOptions solver, Option<bool> flows)
{
    private const int MostCuts = 1000;
    private readonly GraphQuestion _question = new(environment, search, withDimacs: true);
    private readonly Option<int> _cuts = new("--cuts") { HelpName = "N", Description = $"Show up to N minimum cuts of the graph, 1 to {MostCuts}.", DefaultValueFactory = _ => 1 };

    /// <summary>Options that have a meaning only with a graph from a file.</summary>
    public IEnumerable<Option> OwnOptions => [.. _question.Files.All, _cuts, .. search.OfSearchesOnly];

    /// <summary>Adds the options of a graph; those of the search and <c>--flows</c> are the owner's to add.</summary>
    public void AddTo(Command command)
    {
        _cuts.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostCuts))
                result.AddError($"--cuts \"{result.Tokens[0].Value}\" should be a whole number from 1 to {MostCuts}.");
        });
        _question.AddTo(command, _cuts);
        _question.Accept(flows);
        foreach (var option in solver.All)
            _question.Accept(option);
    }

    /// <summary>True: the question is about a graph that the user brings.</summary>
    public bool Wants(ParseResult parsed) => _question.Wants(parsed);

    /// <summary>As <see cref="Wants(ParseResult)"/>, while the command line is read.</summary>
    public bool Wants(SymbolResult result) => _question.Files.Wants(result);

    /// <summary>Answers in this process.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => _question.AnswerAsync(
        parsed,
        (graph, _, token) =>
        {
            var question = new FlowQuestion(
                _question.Files.ReadSources(parsed), _question.Files.ReadSinks(parsed), parsed.GetValue(_cuts),
                search.ReadCertificateFile(parsed) is not null, search.ReadLimits(parsed, environment.Time));
            var (answer, check) = new GraphSolvers(solver, "max_flow", environment.Time).Ask(
                parsed,
                (byOrTools, choice) => GraphQuestion.Require(GraphMaxFlow.Solve(graph, byOrTools ? question with { Solver = choice.OutsideFlows } : question, token)),
                found => found.Solve,
                GraphCrossCheck.Compare);
            return new GraphReply(
                answer.Solve, answer.CertificateJson, report => GraphFlowReport.Write(report, answer, parsed.GetValue(flows)), json => GraphAnswerJson.Write(json, answer))
            {
                Check = check,
            };
        },
        cancellationToken);
}
