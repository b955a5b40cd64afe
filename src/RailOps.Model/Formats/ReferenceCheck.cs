namespace RailOps.Model.Formats;

/// <summary>Registers ids and checks that every reference names something.</summary>
internal static class ReferenceCheck
{
    /// <summary>Adds the ids of a field; tells of those that occur again.</summary>
    public static void Register(IdIndex ids, EntityKinds kind, IEnumerable<DataRecord> records, string field, ProblemList problems)
    {
        foreach (var record in records)
        {
            var id = record.Text(field);
            if (id.Length > 0 && ids.Add(kind, id, record.At(field)) is { } first)
                ReportDuplicate(record, field, id, first, problems);
        }
    }

    public static void ReportDuplicate(DataRecord record, string field, string id, Place first, ProblemList problems) =>
        problems.Error(DataProblemCodes.DuplicateId, record.At(field), id,
            $"The id '{id}' should occur once, but it is also in {first.File} line {first.Row}.", "Rename one of the two, or remove the repetition.");

    /// <summary>Checks all references of the records and of the mappings in them.</summary>
    public static void Run(IdIndex ids, IEnumerable<DataRecord> records, ProblemList problems)
    {
        foreach (var record in records)
        {
            foreach (var field in record.Table.Fields)
            {
                if (field.Nested is not null)
                    Run(ids, record.Children(field.Name), problems);
                else if (field.References != EntityKinds.None)
                    CheckField(ids, record, field, problems);
            }
        }
    }

    private static void CheckField(IdIndex ids, DataRecord record, FieldDescription field, ProblemList problems)
    {
        if (field.Type == FieldType.IdList)
        {
            foreach (var id in record.Ids(field.Name))
                CheckId(ids, record, field, id, problems);
        }
        else
        {
            CheckId(ids, record, field, record.Text(field.Name), problems);
        }
    }

    private static void CheckId(IdIndex ids, DataRecord record, FieldDescription field, string id, ProblemList problems)
    {
        if (id.Length == 0 || ids.KindsOf(id, field.References) != EntityKinds.None || !ids.Knows(field.References))
            return;

        problems.Error(DataProblemCodes.UnknownReference, record.At(field.Name), id,
            $"'{field.Name}' should name a {Name(field.References)}, but there is none with the id '{id}'.", Suggest(ids, id, field.References));
    }

    /// <summary>The nearest match, or where to add what is missing.</summary>
    public static string Suggest(IdIndex ids, string id, EntityKinds kinds) =>
        ids.Nearest(id, kinds) is { } near ? $"Maybe '{near}'." : $"No {Name(kinds)} has a similar id; add '{id}' to {Home(kinds)} or remove the reference.";

    /// <summary>Words for people.</summary>
    public static string Name(EntityKinds kinds) => string.Join(" or ", Enum.GetValues<EntityKinds>()
        .Where(kind => kind != EntityKinds.None && kinds.HasFlag(kind)).Select(kind => kind.ToString().ToLowerInvariant()));

    private static string Home(EntityKinds kinds) => kinds switch
    {
        EntityKinds.Station or EntityKinds.Country => BaseFiles.Stations.Name,
        EntityKinds.Railway => BaseFiles.Railways.Name,
        EntityKinds.Link => BaseFiles.Links.Name,
        EntityKinds.Source => BaseFiles.Sources.Name,
        EntityKinds.Figure => BaseFiles.CapacityEvidence.Name,
        EntityKinds.Season => BaseFiles.Seasons.Name,
        EntityKinds.Formation => DoctrineFiles.Formations.Name,
        EntityKinds.Side => "'sides' of the timeline",
        EntityKinds.Node => CapacityNetworkFiles.Nodes.Name,
        _ => "its table",
    };
}
