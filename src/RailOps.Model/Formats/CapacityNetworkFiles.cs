using static RailOps.Model.Formats.Fields;

namespace RailOps.Model.Formats;

/// <summary>The files of a folder that is a network given by capacities alone; names are relative to that folder.</summary>
internal static class CapacityNetworkFiles
{
    public const string Marker = "network.yaml";

    public static TableDescription Network { get; } = new(
        Marker,
        Text("title", "title").Required(),
        Text("description", "what it is").Required(),
        Text("capacity_unit", "unit of all capacities").Required(),
        Text("attribution", "where it comes from").Required());

    public static TableDescription Nodes { get; } = new(
        "nodes.csv",
        Id("id", "unique over the network"),
        Text("label", "name for people"));

    public static TableDescription Edges { get; } = new(
        "edges.csv",
        Id("id", "unique over the edges"),
        Reference("from_id", EntityKinds.Node, "node at one end"),
        Reference("to_id", EntityKinds.Node, "node at the other end"),
        Whole("capacity", "unit of the network", "blank: unlimited"),
        Flag("directed", "false: usable both ways").Required());
}
