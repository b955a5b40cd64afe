using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Writes a capacity graph as CSV (RFC 4180 quoting, invariant numbers, line feeds; blank capacity = unlimited).</summary>
internal static class GraphCsv
{
    /// <summary>Writes the header and one row per arc.</summary>
    public static void Write(TextWriter output, ExportCapacityGraphResponse graph)
    {
        output.Write("from,to,capacity_tonnes_per_day,link_id,mode\n");
        foreach (var arc in graph.Arcs)
            output.Write($"{Cell(arc.From)},{Cell(arc.To)},{Capacity(arc)},{Cell(arc.LinkId)},{Cell(arc.Mode)}\n");
    }

    private static string Capacity(ExportedArc arc) => arc.CapacityTonnesPerDay < 0 ? "" : Figures.Exact(arc.CapacityTonnesPerDay);

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
