using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>export</c>: the capacity graph behind an assessment, or a program, so that anybody can check an answer with another library or solver.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var timeline = new Argument<string>("TIMELINE") { Description = "Timeline id." };
        var format = new Option<string>("--format") { HelpName = "csv|json|mps|lp", Description = "Form of the file; mps and lp: a program.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json", "mps", "lp");
        var program = new ProgramOptions();
        var output = new Option<string?>("--output") { HelpName = "FILE", Description = "Write here instead of to the standard output." };
        var (situation, policy, level, connection) =
            (new ScenarioOptions(), new PolicyOptions(), new LevelOption(), new ConnectionOptions(environment));
        var command = new Command("export", "Write the capacity graph of a situation, or a model as a linear or mixed-integer program, for other tools.") { timeline };
        situation.AddTo(command);
        policy.AddTo(command, withPolicy: false);
        level.AddTo(command);
        command.Options.Add(format);
        program.AddTo(command, format);
        command.Options.Add(output);
        connection.AddTo(command, withJson: false);
        command.SetAction((parsed, token) => new Question(environment, connection).RunAsync(
            parsed,
            async (client, limited) =>
            {
                var file = parsed.GetValue(output) is { } path ? Path.GetFullPath(path, environment.CurrentDirectory) : null;
                if (ProgramOptions.IsProgram(parsed.GetRequiredValue(format)))
                {
                    Deliver(environment, await client.ExportProgramAsync(program.Read(parsed, situation, timeline, level, policy, format), limited), file);
                    return;
                }

                var request = new ExportCapacityGraphRequest
                {
                    Scenario = situation.Read(parsed, parsed.GetRequiredValue(timeline)),
                    Level = level.Read(parsed),
                    Posture = policy.ReadPosture(parsed),
                };
                var graph = await client.ExportCapacityGraphAsync(request, limited);
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

    private static void Deliver(ShellEnvironment environment, ExportProgramResponse program, string? file)
    {
        if (file is null)
        {
            environment.Output.Write(program.Text);
            return;
        }

        WholeFile.Write(file, writer => writer.Write(program.Text));
        var whole = program.IntegerCount > 0 ? $" ({Figures.Whole(program.IntegerCount)} whole)" : "";
        environment.Output.WriteLine($"Wrote {Figures.Whole(program.VariableCount)} variables{whole} and {Figures.Whole(program.RowCount)} rows to {file}. {program.Sentence}");
        environment.Output.WriteLine(program.HasOptimum
            ? $"Optimum: {program.Optimum.ToString("G12", System.Globalization.CultureInfo.InvariantCulture)}. Data {program.NetworkRevision}."
            : $"No optimum was found here. Data {program.NetworkRevision}.");
    }

    private static void Write(TextWriter writer, ExportCapacityGraphResponse graph, bool json)
    {
        if (json)
            Json.Write(writer, graph);
        else
            GraphCsv.Write(writer, graph);
    }
}
