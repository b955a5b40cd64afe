using System.CommandLine;
using System.CommandLine.Parsing;
using RailOps.Analysis.GraphFiles;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Graphs;

/// <summary>What the commands about graphs have in common: their options, and the refusal of those that do not belong to a graph.</summary>
/// <param name="environment">The shell.</param>
/// <param name="search">The options of every search, which the owner of the command adds to it.</param>
/// <param name="withDimacs">True: files in the DIMACS format are read too.</param>
internal sealed class GraphQuestion(ShellEnvironment environment, SearchOptions search, bool withDimacs)
{
    private readonly GraphRun _run = new(environment, search);
    private readonly HashSet<Option> _known = [];

    /// <summary>The files and the ends.</summary>
    public GraphFileOptions Files { get; } = new(environment, withDimacs);

    /// <summary>Adds the options that name a graph, and more that only this command has.</summary>
    public void AddTo(Command command, params IEnumerable<Option> more)
    {
        Files.AddTo(command);
        foreach (var option in more)
            command.Options.Add(option);
        _known.UnionWith([.. search.All, .. Files.All, .. more]);
    }

    /// <summary>Lets an option of the command stand beside a graph.</summary>
    public void Accept(Option option) => _known.Add(option);

    /// <summary>True: the question is about a graph that the user brings.</summary>
    public bool Wants(ParseResult parsed) => Files.Wants(parsed);

    /// <summary>An attacker's question as typed.</summary>
    public AttackQuestion ReadAttack(ParseResult parsed) => new(
        Files.ReadSources(parsed), Files.ReadSinks(parsed), search.ReadBudgets(parsed), search.ReadPlanCount(parsed), search.ReadLimits(parsed, environment.Time));

    /// <summary>Reads the files, solves and delivers.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> AnswerAsync(
        ParseResult parsed, Func<NamedGraph, Rendering.SearchLine, CancellationToken, GraphReply> solve, CancellationToken cancellationToken) =>
        _run.AnswerAsync(
            parsed,
            (line, token) =>
            {
                RefuseOthers(parsed);
                return solve(Files.ReadGraph(parsed), line, token);
            },
            cancellationToken);

    /// <summary>The answer of an outcome.</summary>
    /// <exception cref="CallFailedException">Everything that is wrong with the question.</exception>
    public static T Require<T>(GraphOutcome<T> outcome)
        where T : class => outcome.Answer ?? throw GraphFaults.Of(outcome.Faults);

    private void RefuseOthers(ParseResult parsed)
    {
        var options = parsed.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit && !_known.Contains(result.Option)).Select(result => result.Option.Name);
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().Where(result => result.Tokens.Count > 0).Select(result => result.Argument.Name);
        var others = arguments.Concat(options).ToList();
        if (others.Count > 0)
            throw Faults.BadInputs("OPTION_NOT_APPLICABLE", "Some of what was typed does not belong to a graph from a file.", others.Select(name => (name, "A graph from a file has no such thing. Leave it out, or leave out --graph.")));
    }
}
