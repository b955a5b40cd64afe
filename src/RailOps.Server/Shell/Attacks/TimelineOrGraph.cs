using System.CommandLine;
using System.CommandLine.Parsing;

namespace RailOps.Server.Shell.Attacks;

/// <summary>Refuses, as the parser would, a question that names neither a timeline nor a graph, or mixes the two.</summary>
internal static class TimelineOrGraph
{
    /// <summary>Adds the check to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="timeline">The timeline.</param>
    /// <param name="graph">The option that names a graph.</param>
    /// <param name="graphOnly">Options that a timeline cannot have.</param>
    public static void Require(Command command, Argument<string?> timeline, string graph, params IEnumerable<string> graphOnly) => command.Validators.Add(result =>
    {
        var isGraph = result.Children.OfType<OptionResult>().Any(o => o.Option.Name == graph && !o.Implicit);
        if (isGraph)
            return;
        if (result.GetResult(timeline) is null or { Tokens.Count: 0 })
            result.AddError($"There should be a TIMELINE or {graph} FILE to ask about, but neither is named.");
        foreach (var option in result.Children.OfType<OptionResult>().Where(o => !o.Implicit && graphOnly.Contains(o.Option.Name)))
            result.AddError($"{option.Option.Name} goes with {graph} only; with a timeline say --resource NAME=COUNT.");
    });
}
