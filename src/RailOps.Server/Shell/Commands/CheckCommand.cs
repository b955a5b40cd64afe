using System.CommandLine;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>check [DIR]</c>: reads all data files and shows every problem. Writes nothing.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var folder = new Argument<string?>("DIR")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Folder of the data files (default: RAILOPS_DATA, else the nearest folder networks).",
        };
        var command = new Command("check", "Read all data files and show every problem with its place and a suggestion.") { folder };
        command.SetAction(parsed => Check(environment, DataDirectory.Find(parsed.GetValue(folder), environment)));
        return command;
    }

    /// <summary>How many of everything.</summary>
    public static string Describe(RailData data) =>
        $"{Figures.Whole(data.Base.Stations.Length)} stations, {Figures.Whole(data.Base.Links.Length)} links, " +
        $"{Figures.Whole(data.Doctrine.Formations.Length)} formation types, {Figures.Whole(data.Timelines.Length)} timelines, " +
        $"{Figures.Whole(data.CapacityNetworks.Length)} other networks; data {data.Revision}";

    private static int Check(ShellEnvironment environment, string folder)
    {
        var result = RailDataReader.Load(folder);
        var report = new Report(environment.Output, environment.Style);
        if (result.Problems.Length > 0)
            report.Table(["|", "|Where", "Value", "What", "Do this"], result.Problems.Select(Row));
        var errorCount = result.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        report.Line($"{folder}: {Figures.Counted(errorCount, "error")}, {Figures.Counted(result.Problems.Length - errorCount, "warning")}.");
        if (result.Data is { } data)
            report.Line($"{Describe(data)}.");
        return errorCount > 0 ? ExitCodes.BadInput : ExitCodes.Success;
    }

    private static string[] Row(DataProblem problem) =>
        [problem.Severity == ProblemSeverity.Error ? "error" : "warning", Place(problem), problem.Value, problem.Message, problem.Suggestion];

    private static string Place(DataProblem problem)
    {
        var row = problem.Row is { } line ? $":{line}" : "";
        var column = problem.Column.Length > 0 ? $":{problem.Column}" : "";
        return $"{problem.File}{row}{column}";
    }
}
