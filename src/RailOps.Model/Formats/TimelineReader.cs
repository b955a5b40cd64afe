using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Reads and checks the folder <c>timelines</c>.</summary>
internal static class TimelineReader
{
    private const string Folder = "timelines";
    private const string Extension = ".yaml";

    /// <summary>The timelines that could be read, sorted by file name.</summary>
    public static ImmutableArray<DataRecord> Read(DataFolder folder, IdIndex ids, TableSet tables, ProblemList problems)
    {
        if (!folder.Exists(Folder))
            return [];

        var names = folder.Names(Folder, isFolder: false);
        foreach (var name in names.Where(n => n.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Warning(DataProblemCodes.ReservedName, new($"{Folder}/{name}", null, ""), name,
                $"Timelines should be files *{Extension}, but this is '{name}'; it was not read.", $"Rename it to {Path.ChangeExtension(name, Extension)}.");
        }

        var files = names.Where(n => n.EndsWith(Extension, StringComparison.Ordinal)).ToArray();
        if (files.Length == 0)
        {
            problems.Error(DataProblemCodes.MissingFile, new(Folder, null, ""), "", $"There should be at least one timeline, but the folder '{Folder}' has no file *{Extension}.",
                "Add one; docs/formats.md shows its form.");
        }

        return [.. files.Select(name => ReadOne(folder, name, ids, tables, problems)).OfType<DataRecord>()];
    }

    private static YamlRecord? ReadOne(DataFolder folder, string name, IdIndex common, TableSet tables, ProblemList problems)
    {
        var file = $"{Folder}/{name}";
        if (folder.Read(file) is not { } text || YamlFileReader.Read(file, text, problems) is not { } map)
            return null;

        var timeline = YamlRecord.Read(TimelineKeys.Timeline, file, map, problems);
        var ids = new IdIndex(common);
        ReferenceCheck.Register(ids, EntityKinds.Side, timeline.Children("sides"), "id", problems);
        if (timeline.Children("sides").IsEmpty)
            ids.MarkIncomplete(EntityKinds.Side);

        ReferenceCheck.Run(ids, [timeline], problems);
        TimelineCheck.Run(timeline, name[..^Extension.Length], problems);
        TimelineDateCheck.Run(timeline, problems);
        FrontCheck.Run(timeline, tables[DoctrineFiles.Formations], problems);
        ChangeCheck.Run(timeline, ids, problems);
        AttackCheck.Run(timeline, ids, problems);
        return timeline;
    }
}
