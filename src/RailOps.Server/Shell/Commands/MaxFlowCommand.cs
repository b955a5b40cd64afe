using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
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
        var subject = new Argument<string>("SUBJECT") { Description = "Id of a network or of a timeline." };
        var from = Terminals("--from", "A[,B]", "Where the flow begins: nodes, stations, or \"sources\".");
        var to = Terminals("--to", "C[,D]", "Where it ends: nodes, stations, fronts, or \"fronts\".");
        var flows = new Option<bool>("--flows") { Description = "Show every arc that carries flow." };
        var (situation, level, connection) = (new ScenarioOptions(), new LevelOption(), new ConnectionOptions(environment));
        var command = new Command("maxflow", "The most that can pass from A to B, and the cut that stops more.") { subject, from, to };
        situation.AddTo(command);
        level.AddTo(command);
        command.Options.Add(flows);
        connection.AddTo(command);
        command.SetAction((parsed, token) => new Question(environment, connection).AskAsync(
            parsed,
            async (client, limited) =>
            {
                var request = new SolveMaxFlowRequest { Level = level.Read(parsed) };
                request.From.AddRange(Ids(parsed.GetRequiredValue(from)));
                request.To.AddRange(Ids(parsed.GetRequiredValue(to)));
                await SetSubjectAsync(request, client, parsed.GetRequiredValue(subject), situation, parsed, limited);
                return await client.SolveMaxFlowAsync(request, limited);
            },
            (report, answer) => FlowReport.Write(report, answer, parsed.GetValue(flows)),
            token));
        return command;
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
        new(name) { HelpName = form, Description = description, Required = true, Arity = ArgumentArity.OneOrMore };

    private static IEnumerable<string> Ids(string[] typed) =>
        typed.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
