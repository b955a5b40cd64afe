using System.CommandLine;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Graphs;

namespace RailOps.Server.Shell.Commands;

/// <summary>Says that a question names nothing to be asked about.</summary>
internal static class GraphNeeded
{
    /// <summary>Tells it and gives the exit code.</summary>
    public static Task<int> TellAsync(ShellEnvironment environment, SearchOptions search, ParseResult parsed) => Task.FromResult(ErrorReport.Write(
        environment.Error,
        Faults.BadInput("--graph", "GRAPH_MISSING", $"There should be a graph to ask about, but none is named. Add --graph FILE; see: railops help {parsed.CommandResult.Command.Name}").Status,
        search.WantsJson(parsed)));
}
