using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Reads and checks the folders <c>base</c> and <c>doctrine</c>.</summary>
internal static class BaseReader
{
    private static readonly ImmutableArray<(TableDescription Table, string Field, EntityKinds Kind)> IdFields =
    [
        (BaseFiles.Stations, "id", EntityKinds.Station),
        (BaseFiles.Railways, "id", EntityKinds.Railway),
        (BaseFiles.Links, "id", EntityKinds.Link),
        (BaseFiles.Points, "id", EntityKinds.Point),
        (BaseFiles.Sources, "id", EntityKinds.Source),
        (BaseFiles.CapacityEvidence, "id", EntityKinds.Figure),
        (DoctrineFiles.Formations, "formation_id", EntityKinds.Formation),
    ];

    /// <summary>Reads all tables and registers their ids.</summary>
    public static TableSet Read(DataFolder folder, IdIndex ids, ProblemList problems)
    {
        var tables = new TableSet();
        ReadFolder(folder, "base", BaseFiles.All, tables, ids, problems);
        ReadFolder(folder, "doctrine", DoctrineFiles.All, tables, ids, problems);
        foreach (var (table, field, kind) in IdFields)
            ReferenceCheck.Register(ids, kind, tables[table], field, problems);

        foreach (var row in tables[BaseFiles.Seasons])
            ids.Add(EntityKinds.Season, row.Text("season_id"), row.At("season_id"));

        foreach (var row in tables[BaseFiles.Stations])
            ids.Add(EntityKinds.Country, row.Text("country_1939"), row.At("country_1939"));

        Check(tables, ids, problems);
        return tables;
    }

    private static void ReadFolder(
        DataFolder folder, string name, ImmutableArray<TableDescription> all, TableSet tables, IdIndex ids, ProblemList problems)
    {
        var exists = folder.Exists(name);
        foreach (var table in all)
        {
            tables.SetEmpty(table);
            if (!exists || !tables.Read(folder, table, "", problems))
                ids.MarkIncomplete(KindOf(table));
        }
    }

    private static EntityKinds KindOf(TableDescription table)
    {
        if (table == BaseFiles.Seasons)
            return EntityKinds.Season;

        var kind = IdFields.FirstOrDefault(x => x.Table == table).Kind;
        return kind == EntityKinds.Station ? kind | EntityKinds.Country : kind;
    }

    private static void Check(TableSet tables, IdIndex ids, ProblemList problems)
    {
        foreach (var table in BaseFiles.All.Concat(DoctrineFiles.All))
            ReferenceCheck.Run(ids, tables[table], problems);

        CheckPointsAgainstLinks(tables, ids, problems);
        if (ids.Knows(EntityKinds.Link))
            LinkCheck.Run(tables[BaseFiles.Links], tables[BaseFiles.Stations], problems);

        ValueCheck.Run(tables[BaseFiles.Values], problems);
        SeasonCheck.Run(tables[BaseFiles.Seasons], problems);
        CheckOverlaps(tables, problems);
        ConsumptionCheck.Run(tables[DoctrineFiles.Formations], tables[DoctrineFiles.Consumption], problems);
        PlanningFactorCheck.Run(tables[DoctrineFiles.PlanningFactors], tables[BaseFiles.Links], problems);
    }

    /// <summary>Links and points share <c>subject_id</c> of the figures, so an id may not be both.</summary>
    private static void CheckPointsAgainstLinks(TableSet tables, IdIndex ids, ProblemList problems)
    {
        var links = tables[BaseFiles.Links].GroupBy(l => l.Text("id"), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var point in tables[BaseFiles.Points].Where(p => ids.KindsOf(p.Text("id"), EntityKinds.Link) != EntityKinds.None))
            ReferenceCheck.ReportDuplicate(point, "id", point.Text("id"), links[point.Text("id")].At("id"), problems);
    }

    private static void CheckOverlaps(TableSet tables, ProblemList problems)
    {
        WindowOverlapCheck.Run(tables[BaseFiles.Values], r => $"{r.Text("subject_id")} {r.Text("quantity")}", problems);
        WindowOverlapCheck.Run(tables[BaseFiles.Ports], r => r.Text("station_id"), problems);
        WindowOverlapCheck.Run(tables[BaseFiles.Transshipment], r => r.Text("station_id"), problems);
        WindowOverlapCheck.Run(tables[DoctrineFiles.PlanningFactors], r => $"{r.Text("factor_id")} {r.Text("scope")}", problems);
        WindowOverlapCheck.Run(tables[DoctrineFiles.Fleets], r => r.Text("side_id"), problems);
    }
}
