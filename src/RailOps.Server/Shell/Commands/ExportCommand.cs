using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>export</c>: the capacity graph behind an assessment, so that anybody can check it with another library.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var timeline = new Argument<string>("TIMELINE") { Description = "Timeline id." };
        var format = new Option<string>("--format") { HelpName = "csv|json", Description = "Form of the file.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json");
        var output = new Option<string?>("--output") { HelpName = "FILE", Description = "Write here instead of to the standard output." };
        var (situation, policy, level, connection) =
            (new ScenarioOptions(), new PolicyOptions(), new LevelOption(), new ConnectionOptions(environment));
        var command = new Command("export", "Write the capacity graph of a situation, for other tools.") { timeline };
        situation.AddTo(command);
        policy.AddTo(command, withPolicy: false);
        level.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(output);
        connection.AddTo(command, withJson: false);
        command.SetAction((parsed, token) => new Question(environment, connection).RunAsync(
            parsed,
            async (client, limited) =>
            {
                var request = new ExportCapacityGraphRequest
                {
                    Scenario = situation.Read(parsed, parsed.GetRequiredValue(timeline)),
                    Level = level.Read(parsed),
                    Posture = policy.ReadPosture(parsed),
                };
                var graph = await client.ExportCapacityGraphAsync(request, limited);
                var file = parsed.GetValue(output) is { } path ? Path.GetFullPath(path, environment.CurrentDirectory) : null;
                Deliver(environment, graph, parsed.GetValue(format) == "json", file);
            },
            token));
        return command;
    }

    private static void Deliver(ShellEnvironment environment, ExportCapacityGraphResponse graph, bool json, string? file)
    {
        if (file is null)
        {
            Write(environment.Output, graph, json);
            return;
        }

        WholeFile.Write(file, writer => Write(writer, graph, json));
        environment.Output.WriteLine(
            $"Wrote {Figures.Whole(graph.Arcs.Count)} arcs to {file}. Maximum flow from SOURCE to SINK: " +
            $"{Figures.Whole(graph.MaxFlowTonnesPerDay)} tonnes a day. Data {graph.NetworkRevision}.");
    }

    private static void Write(TextWriter writer, ExportCapacityGraphResponse graph, bool json)
    {
        if (json)
            Json.Write(writer, graph);
        else
            GraphCsv.Write(writer, graph);
    }
}
