using RailOps.Analysis.Flow;
using RailOps.Analysis.Graph;
using RailOps.Contracts.V1;
using RailOps.Solvers.Graphs;

namespace RailOps.Server.Mapping;

/// <summary>Flow answers and capacity graphs as they travel.</summary>
internal static class FlowMapping
{
    /// <summary>Writes a flow answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="solve">How it was solved.</param>
    /// <returns>The answer.</returns>
    public static SolveMaxFlowResponse Write(FlowAnswer answer, SolveSummary solve)
    {
        var response = new SolveMaxFlowResponse
        {
            Subject = answer.Subject,
            Unit = answer.Unit,
            MaxFlow = answer.Value < 0 ? -1 : Amount(answer.Value, answer),
            CutUnique = answer.IsCutUnique,
            Headline = answer.Headline,
            Solve = solve,
        };
        response.Cut.Add(answer.Cut.Select(a => Write(a, answer)));
        response.Flows.Add(answer.Flows.Select(a => Write(a, answer)));
        response.SourceSideNodes.Add(answer.SourceSideNodes);
        return response;
    }

    /// <summary>Writes a capacity graph: one row per direction, rows of capacity 0 left out.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="level">Level of the capacities.</param>
    /// <param name="maxFlowKilogramsPerDay">Maximum flow from source to sink (kg/day).</param>
    /// <returns>The answer.</returns>
    public static ExportCapacityGraphResponse Write(CapacityGraph graph, Model.Units.EstimateLevel level, long maxFlowKilogramsPerDay)
    {
        var response = new ExportCapacityGraphResponse
        {
            MaxFlowTonnesPerDay = WireNumbers.Tonnes(maxFlowKilogramsPerDay),
            NetworkRevision = graph.Situation.Data.Revision,
        };
        foreach (var arc in graph.Arcs.Where(a => a.Capacity[level] > 0))
        {
            response.Arcs.Add(Row(graph, arc, level, arc.Tail, arc.Head));
            if (arc.IsBothWays)
                response.Arcs.Add(Row(graph, arc, level, arc.Head, arc.Tail));
        }

        return response;
    }

    private static ExportedArc Row(CapacityGraph graph, GraphArc arc, Model.Units.EstimateLevel level, int from, int to) => new()
    {
        From = graph.NodeNames[from],
        To = graph.NodeNames[to],
        CapacityTonnesPerDay = arc.Capacity[level] == FlowGraph.Unlimited ? -1 : WireNumbers.Tonnes(arc.Capacity[level]),
        LinkId = arc.SubjectId,
        Mode = WireModes.Name(arc),
    };

    private static double Amount(long units, FlowAnswer answer) => (double)(units / (decimal)answer.UnitsPerAmount);

    private static FlowArc Write(NamedArc arc, FlowAnswer answer) => new()
    {
        Id = arc.Id,
        FromNode = arc.From,
        ToNode = arc.To,
        Capacity = arc.Capacity is { } capacity ? Amount(capacity, answer) : -1,
        Flow = Amount(arc.Flow, answer),
    };
}
