using RailOps.Analysis.Graph;
using RailOps.Model.Network;

namespace RailOps.Server.Mapping;

/// <summary>Names of modes as they travel.</summary>
internal static class WireModes
{
    /// <summary>Name of a mode.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>Lower case.</returns>
    public static string Name(LinkMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>Name for an exported arc.</summary>
    /// <param name="arc">The arc.</param>
    /// <returns>The link's mode, or what the arc stands for.</returns>
    public static string Name(GraphArc arc) => arc.Link is { } link ? Name(link.Link.Mode) : arc.Kind switch
    {
        GraphArcKind.Supply => "supply",
        GraphArcKind.Entry => "entry",
        GraphArcKind.Need => "need",
        _ => "transshipment",
    };
}
