using System.CommandLine;
using System.Runtime.InteropServices;
using RailOps.Contracts.V1;
using RailOps.Model.Formats;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>doctor</c>: what is here, what is missing, what for and how to get it.</summary>
internal static class DoctorCommand
{
    private static readonly (string Name, string Purpose, string Source)[] Tools =
    [
        ("dotnet", "builds and runs everything", "https://dotnet.microsoft.com/download/dotnet/10.0"),
        ("python3", "notebooks and the Python client", "apt-get install python3, brew install python"),
        ("node", "OR-Tools worker, tests of the browser client", "https://nodejs.org, version 20 or later"),
        ("npm", "packages for node", "comes with node"),
        ("buf", "lint of the contract, for developers", "https://buf.build/docs/installation"),
        ("prometheus", "a test of /metrics, for developers", "apt-get install prometheus"),
        ("docker", "dashboards in docker/", "https://docs.docker.com/engine/install"),
    ];

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var connection = new ConnectionOptions(environment);
        var command = new Command("doctor", "Show what is here: versions, data, solvers, tools; and what is missing.");
        connection.AddTo(command, withJson: false);
        command.SetAction(async (parsed, token) =>
        {
            var settings = connection.Read(parsed);
            var report = new Report(environment.Output, environment.Style);
            WriteProgram(report);
            var usable = WriteData(report, settings.DataDirectory);
            WriteTools(report, environment.Variable("PATH"));
            if (!usable && settings.Server is null)
                return ExitCodes.BadInput;
            return await new Question(environment, connection).RunAsync(
                parsed,
                async (client, limited) => WriteSolvers(report, await client.GetServerInfoAsync(new GetServerInfoRequest(), limited)),
                token);
        });
        return command;
    }

    private static void WriteProgram(Report report)
    {
        report.Heading("Program");
        report.Line($"railops {VersionCommand.ProgramVersion}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors");
    }

    /// <summary>True: the data can be used.</summary>
    private static bool WriteData(Report report, string folder)
    {
        report.Heading("Data");
        var result = RailDataReader.Load(folder);
        var errorCount = result.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        report.Line(result.Data is { } data
            ? $"{folder}: {CheckCommand.Describe(data)}"
            : $"{folder}: {Figures.Counted(errorCount, "error")}. Show them with: railops check");
        if (result.Data is not null && result.Problems.Length > 0)
            report.Line($"{Figures.Counted(result.Problems.Length, "warning")}. Show them with: railops check");
        return result.Data is not null;
    }

    private static void WriteTools(Report report, string? path)
    {
        report.Heading("Tools");
        report.Table(["|Tool", "Found", "What for"], Tools.Select(tool => new[]
        {
            tool.Name, ToolSearch.Find(tool.Name, path) ?? $"missing; get it: {tool.Source}", tool.Purpose,
        }));
    }

    private static void WriteSolvers(Report report, ServerInfo info)
    {
        report.Heading($"Answers: RailOps {info.Version}, protocol {info.ProtocolVersion}, {info.Flavour} libraries, data {info.NetworkRevision}");
        report.Table(["|Solver", "Version", "Solves", "State"], info.Solvers.Select(solver => new[]
        {
            solver.Name, solver.Version, string.Join(", ", solver.Problems), solver.Available ? "ready" : $"not usable: {solver.UnavailableReason}",
        }));
        report.Bullets("Warnings", info.Warnings.Select(warning => $"{warning.Code}: {warning.Message}"));
    }
}
