using System.Collections.Immutable;

namespace RailOps.Model.Network;

/// <summary>A network given by capacities alone (for example Harris and Ross 1955): nodes.csv, edges.csv and network.yaml of a folder.</summary>
/// <param name="Id">Folder name.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">What it is.</param>
/// <param name="CapacityUnit">Unit of all capacities, for example <c>thousand tons</c>.</param>
/// <param name="Attribution">Where it comes from.</param>
/// <param name="Nodes">Node id to label, in file order.</param>
/// <param name="Edges">Edges in file order.</param>
public sealed record CapacityNetwork(
    string Id,
    string Title,
    string Description,
    string CapacityUnit,
    string Attribution,
    ImmutableArray<KeyValuePair<string, string>> Nodes,
    ImmutableArray<CapacityEdge> Edges);
