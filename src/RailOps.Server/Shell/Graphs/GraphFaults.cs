using RailOps.Analysis.GraphFiles;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Graphs;

/// <summary>Tells what is wrong with a question about a graph, by the option that it was typed with.</summary>
internal static class GraphFaults
{
    /// <summary>The faults as one failure.</summary>
    /// <param name="faults">One or more.</param>
    public static CallFailedException Of(IReadOnlyList<GraphFault> faults) => faults.Count == 1
        ? Faults.BadInput(Option(faults[0]), faults[0].Code, Text(faults[0]))
        : Faults.BadInputs("QUESTION_MALFORMED", $"The question has {faults.Count} faults.", faults.Select(fault => (Option(fault), Text(fault))));

    private static string Option(GraphFault fault) => $"--{fault.Field}";

    private static string Text(GraphFault fault) => $"{fault.Message} {fault.Suggestion}".Trim();
}
