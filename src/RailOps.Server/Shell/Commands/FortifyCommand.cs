using System.CommandLine;
using RailOps.Server.Shell.Graphs;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>fortify</c>: which protections keep the most under the best attack.</summary>
internal static class FortifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var search = new SearchOptions();
        var graph = new GraphFortifyCommand(environment, search);
        var command = new Command("fortify", "Which protections keep the most flow under the best attack that is then possible, with a proof.");
        search.AddTo(command, withDefence: true);
        graph.AddTo(command);
        command.SetAction((parsed, token) => graph.Wants(parsed) ? graph.RunAsync(parsed, token) : GraphNeeded.TellAsync(environment, search, parsed));
        return command;
    }
}
