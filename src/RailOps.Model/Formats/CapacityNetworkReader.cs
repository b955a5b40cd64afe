using System.Collections.Immutable;
using RailOps.Model.Network;

namespace RailOps.Model.Formats;

/// <summary>Reads the folders that are networks given by capacities alone.</summary>
internal static class CapacityNetworkReader
{
    private static readonly ImmutableHashSet<string> OtherFolders = ["base", "doctrine", "timelines"];
    private const string Reserved = "backtests";

    /// <summary>Reads and checks all of them; those with errors as far as they go.</summary>
    public static ImmutableArray<CapacityNetwork> Read(DataFolder folder, ProblemList problems)
    {
        var networks = ImmutableArray.CreateBuilder<CapacityNetwork>();
        foreach (var name in folder.Names("", isFolder: true).Where(n => !OtherFolders.Contains(n)))
        {
            if (!folder.Names(name, isFolder: false).Contains(CapacityNetworkFiles.Marker, StringComparer.Ordinal))
                continue;

            if (name == Reserved)
                ReportReserved(problems);
            else if (ReadOne(folder, name, problems) is { } network)
                networks.Add(network);
        }

        return networks.DrainToImmutable();
    }

    private static CapacityNetwork? ReadOne(DataFolder folder, string name, ProblemList problems)
    {
        var file = $"{name}/{CapacityNetworkFiles.Marker}";
        var ids = new IdIndex();
        var tables = new TableSet();
        if (!FieldText.IsId(name))
        {
            problems.Error(DataProblemCodes.BadId, new(file, null, ""), name, $"The folder is the id of the network and should have lower-case ASCII letters, digits and hyphens, but is '{name}'.",
                "Rename the folder.");
        }

        if (!tables.Read(folder, CapacityNetworkFiles.Nodes, name + "/", problems))
            ids.MarkIncomplete(EntityKinds.Node);

        tables.Read(folder, CapacityNetworkFiles.Edges, name + "/", problems);
        Check(tables, ids, problems);
        var text = folder.Read(file);
        var map = text is null ? null : YamlFileReader.Read(file, text, problems);
        return map is null ? null : Build(name, YamlRecord.Read(CapacityNetworkFiles.Network, file, map, problems), tables);
    }

    private static void Check(TableSet tables, IdIndex ids, ProblemList problems)
    {
        var edges = tables[CapacityNetworkFiles.Edges];
        ReferenceCheck.Register(ids, EntityKinds.Node, tables[CapacityNetworkFiles.Nodes], "id", problems);
        ReferenceCheck.Register(ids, EntityKinds.Link, edges, "id", problems);
        ReferenceCheck.Run(ids, edges, problems);
        foreach (var edge in edges)
            LinkCheck.CheckEnds(edge, problems);
    }

    private static CapacityNetwork Build(string id, YamlRecord about, TableSet tables) => new(
        id, about.Text("title"), about.Text("description"), about.Text("capacity_unit"), about.Text("attribution"),
        [.. tables[CapacityNetworkFiles.Nodes].Select(r => KeyValuePair.Create(r.Text("id"), r.Text("label")))],
        [.. tables[CapacityNetworkFiles.Edges].Select(r => new CapacityEdge(r.Text("id"), r.Text("from_id"), r.Text("to_id"), r.Whole("capacity"), r.Flag("directed")))]);

    private static void ReportReserved(ProblemList problems) =>
        problems.Error(DataProblemCodes.ReservedName, new($"{Reserved}/{CapacityNetworkFiles.Marker}", null, ""), Reserved,
            $"The folder '{Reserved}' is kept for comparisons with history and should not be a network, but has {CapacityNetworkFiles.Marker}.", "Give the network a folder of its own.");
}
