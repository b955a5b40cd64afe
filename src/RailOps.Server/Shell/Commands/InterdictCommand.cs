using System.CommandLine;
using RailOps.Server.Shell.Graphs;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>interdict</c>: which attacks within a budget leave the least.</summary>
internal static class InterdictCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var search = new SearchOptions();
        var graph = new GraphInterdictCommand(environment, search);
        var command = new Command("interdict", "Which attacks within a budget leave the least flow, with a proof.");
        search.AddTo(command, withPlans: true);
        graph.AddTo(command);
        command.SetAction((parsed, token) => graph.Wants(parsed) ? graph.RunAsync(parsed, token) : GraphNeeded.TellAsync(environment, search, parsed));
        return command;
    }
}
