using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Checks a timeline apart from dates, fronts and changes.</summary>
internal static class TimelineCheck
{
    public static void Run(DataRecord timeline, string fileName, ProblemList problems)
    {
        CheckName(timeline, fileName, problems);
        ReferenceCheck.Register(new(), EntityKinds.None, timeline.Children("events"), "id", problems);
        ReferenceCheck.Register(new(), EntityKinds.None, timeline.Children("scenarios"), "id", problems);
        CheckSupplyKinds(timeline, problems);
        foreach (var side in timeline.Children("sides").Where(s => s.Text("id").Length > 0 && s.Text("id") == s.Text("opponent")))
        {
            problems.Error(DataProblemCodes.SelfLink, side.At("opponent"), side.Text("opponent"),
                $"A side should have another side as its opponent, but '{side.Text("id")}' names itself.", "Name the other side.");
        }

        foreach (var optional in timeline.Children("optional_links"))
            CheckOneOf(optional, ["railway", "link"], problems);

        foreach (var rule in timeline.Children("control"))
            CheckOneOf(rule, ["country", "station"], problems);
    }

    /// <summary>Tells of a mapping that has not exactly one of some keys.</summary>
    /// <returns>True if it has exactly one.</returns>
    public static bool CheckOneOf(DataRecord record, ImmutableArray<string> fields, ProblemList problems)
    {
        var stated = fields.Where(f => record.Text(f).Length > 0).ToArray();
        if (stated.Length == 1)
            return true;

        var choices = string.Join(", ", fields);
        var place = record.At(stated.Length == 0 ? fields[0] : stated[1]);
        problems.Error(DataProblemCodes.OneOf, place, string.Join(", ", stated), $"A {record.Table.Name} should have exactly one of {choices}, but has {(stated.Length == 0 ? "none" : string.Join(" and ", stated))}.",
            stated.Length == 0 ? $"State one of {choices}." : "Write one mapping for each.");
        return false;
    }

    private static void CheckName(DataRecord timeline, string fileName, ProblemList problems)
    {
        if (timeline.Text("id") is { Length: > 0 } id && id != fileName)
        {
            problems.Error(DataProblemCodes.IdNotFileName, timeline.At("id"), id,
                $"The id of a timeline should be the name of its file, '{fileName}', but is '{id}'.", $"Write 'id: {fileName}', or rename the file to {id}.yaml.");
        }
    }

    private static void CheckSupplyKinds(DataRecord timeline, ProblemList problems)
    {
        var given = timeline.Children("sources").Select(s => s.Text("kind")).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in timeline.Ids("supply_kinds_counted").Where(k => !given.Contains(k)))
        {
            problems.Error(DataProblemCodes.UnusedSupplyKind, timeline.At("supply_kinds_counted"), kind,
                $"Every kind of supply counted should be given by a source, but none gives '{kind}'.",
                NearestMatch.Find(kind, given) is { } near ? $"Maybe '{near}'." : $"Kinds given: {string.Join(", ", given.Order(StringComparer.Ordinal))}.");
        }
    }
}
