using System.CommandLine;
using RailOps.Server.Shell.Graphs;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>frontier</c>: the least flow left for every budget.</summary>
internal static class FrontierCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var search = new SearchOptions();
        var graph = new GraphFrontierCommand(environment, search);
        var command = new Command("frontier", "The least flow left for every budget of one resource, with a proof of every step.");
        search.AddTo(command);
        graph.AddTo(command);
        command.SetAction((parsed, token) => graph.Wants(parsed) ? graph.RunAsync(parsed, token) : GraphNeeded.TellAsync(environment, search, parsed));
        return command;
    }
}
