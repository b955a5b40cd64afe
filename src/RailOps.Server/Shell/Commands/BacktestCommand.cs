using System.Collections.Immutable;
using System.CommandLine;
using RailOps.Analysis.Backtests;
using RailOps.Model;
using RailOps.Model.Backtests;
using RailOps.Model.Formats;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>backtest [ID...]</c>: asks the model what history observed, always in this process.</summary>
internal static class BacktestCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var ids = new Argument<string[]>("ID") { Arity = ArgumentArity.ZeroOrMore, Description = "Only these cases, or all that begin so: rjw, khg-build-up." };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = "Folder of the data files (default: RAILOPS_DATA, else the nearest folder networks)." };
        var json = new Option<bool>("--json") { Description = "Print the whole answer as JSON and nothing else." };
        var command = new Command(
            "backtest",
            "Compare the model with what history observed (networks/backtests/cases.csv). Asked in this process, never of a server. Exit code 1: a test misses and nobody has said why.")
        {
            ids, data, json,
        };
        command.SetAction((parsed, token) => Task.Run(
            () => Answer(environment, DataDirectory.Find(parsed.GetValue(data), environment), parsed.GetValue(ids) ?? [], parsed.GetValue(json), token), token));
        return command;
    }

    private static int Answer(ShellEnvironment environment, string folder, string[] ids, bool wantsJson, CancellationToken token)
    {
        try
        {
            var all = LocalData.Load(folder);
            var results = BacktestRunner.Run(all, Chosen(all, ids), token);
            if (wantsJson)
                GraphJson.Write(environment.Output, fields => BacktestJson.Write(fields, results));
            else
                BacktestReport.Write(new Report(environment.Output, environment.Style), results);
            return results.Any(r => r.IsUnexpectedMiss) ? ExitCodes.Failure : ExitCodes.Success;
        }
        catch (CallFailedException failure)
        {
            return ErrorReport.Write(environment.Error, failure.Status, wantsJson);
        }
    }

    private static ImmutableArray<BacktestCase> Chosen(RailData data, string[] ids)
    {
        foreach (var id in ids.Where(id => !data.Backtests.Any(c => IsMeant(c, id))))
        {
            var near = NearestMatch.Find(id, data.Backtests.Select(c => c.Id));
            var hint = data.Backtests.IsEmpty ? "These data have no cases." : near is null ? "All are listed without an ID." : $"Maybe '{near}'.";
            throw Faults.BadInput("ID", "CASE_UNKNOWN", $"No case is called '{id}' or begins so. {hint}");
        }

        return ids.Length == 0 ? data.Backtests : [.. data.Backtests.Where(c => ids.Any(id => IsMeant(c, id)))];
    }

    private static bool IsMeant(BacktestCase asked, string id) => asked.Id == id || asked.Id.StartsWith(id + "-", StringComparison.Ordinal);
}
