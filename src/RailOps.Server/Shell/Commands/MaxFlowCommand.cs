using System.CommandLine;
using System.CommandLine.Parsing;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Graphs;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>maxflow</c>: the most that can pass from A to B, and the cut that stops more.</summary>
internal static class MaxFlowCommand
{
    private const string NetworkPrefix = "networks/";
    private const string TimelinePrefix = "timelines/";

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var subject = new Argument<string?>("SUBJECT") { Arity = ArgumentArity.ZeroOrOne, Description = "Id of a network or of a timeline; left out with --graph and --dimacs." };
        var from = Terminals("--from", "A[,B]", "Where the flow begins: nodes, stations, or \"sources\".");
        var to = Terminals("--to", "C[,D]", "Where it ends: nodes, stations, fronts, or \"fronts\".");
        var flows = new Option<bool>("--flows") { Description = "Show every arc that carries flow." };
        var (situation, level, solver, connection) = (new ScenarioOptions(), new LevelOption(), new SolverOptions(), new ConnectionOptions(environment));
        var search = new SearchOptions(connection.Json);
        var graph = new GraphMaxFlowCommand(environment, search, solver, flows);
        var command = new Command("maxflow", "The most that can pass from A to B, and the cut that stops more.") { subject, from, to };
        situation.AddTo(command);
        level.AddTo(command);
        command.Options.Add(flows);
        solver.AddTo(command);
        connection.AddTo(command);
        search.AddTo(command, withBudget: false);
        graph.AddTo(command);
        command.Validators.Add(result => RequireSubject(result, graph, subject, from, to));
        command.SetAction((parsed, token) => graph.Wants(parsed) ? graph.RunAsync(parsed, token) : new Question(environment, connection).AskAsync(
            parsed,
            async (client, limited) =>
            {
                var request = new SolveMaxFlowRequest { Level = level.Read(parsed), Solver = solver.ReadSolver(parsed), CrossCheck = solver.ReadCrossCheck(parsed) };
                request.From.AddRange(Ids(parsed.GetRequiredValue(from)));
                request.To.AddRange(Ids(parsed.GetRequiredValue(to)));
                await SetSubjectAsync(request, client, parsed.GetRequiredValue(subject)!, situation, parsed, limited);
                return await client.SolveMaxFlowAsync(request, limited);
            },
            (report, answer) => FlowReport.Write(report, answer, parsed.GetValue(flows)),
            token));
        return command;
    }

    /// <summary>Refuses, as the parser would, a question without a graph from a file that lacks what it then needs, or has what it then cannot have.</summary>
    private static void RequireSubject(CommandResult result, GraphMaxFlowCommand graph, Argument<string?> subject, params Option[] ends)
    {
        if (graph.Wants(result))
            return;
        if (result.GetResult(subject) is null or { Tokens.Count: 0 })
            result.AddError($"Required argument missing for command: '{result.Command.Name}'.");
        foreach (var option in ends.Where(option => result.GetResult(option) is null))
            result.AddError($"Option '{option.Name}' is required.");
        foreach (var option in graph.OwnOptions.Where(option => result.GetResult(option) is { Implicit: false }))
            result.AddError($"{option.Name} goes with --graph or --dimacs only.");
    }

    private static async Task SetSubjectAsync(
        SolveMaxFlowRequest request,
        IRailOpsClient client,
        string subject,
        ScenarioOptions situation,
        ParseResult parsed,
        CancellationToken cancellationToken)
    {
        if (!await IsNetworkAsync(client, subject, cancellationToken))
            request.Scenario = situation.Read(parsed, subject);
        else if (situation.AnyTyped(parsed))
            throw Faults.BadInput("SUBJECT", "SCENARIO_NOT_APPLICABLE", $"\"{subject}\" is a network given by capacities alone: it has no date, side, scenario or changes. Leave those options out, or name a timeline.");
        else
            request.Network = subject;
    }

    private static async Task<bool> IsNetworkAsync(IRailOpsClient client, string subject, CancellationToken cancellationToken)
    {
        if (subject.StartsWith(NetworkPrefix, StringComparison.Ordinal) || subject.StartsWith(TimelinePrefix, StringComparison.Ordinal))
            return subject.StartsWith(NetworkPrefix, StringComparison.Ordinal);
        var known = await Pages.AllNetworksAsync(client, cancellationToken);
        return known.Networks.Any(network => network.Name == NetworkPrefix + subject);
    }

    private static Option<string[]> Terminals(string name, string form, string description) =>
        new(name) { HelpName = form, Description = description, Arity = ArgumentArity.OneOrMore };

    private static IEnumerable<string> Ids(string[] typed) =>
        typed.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
