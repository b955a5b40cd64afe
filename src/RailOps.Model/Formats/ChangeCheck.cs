using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Checks the changes of events and scenarios: one kind each, the keys that belong to it, and a target that exists.</summary>
internal static class ChangeCheck
{
    public const EntityKinds AnyTarget = EntityKinds.Link | EntityKinds.Station | EntityKinds.Point | EntityKinds.Railway | EntityKinds.Side;

    private static readonly ImmutableArray<(string Key, EntityKinds Targets, ImmutableArray<string> With, ImmutableArray<string> Optional)> Forms =
    [
        ("close", AnyTarget, [], []),
        ("derate", AnyTarget, ["capacity_left"], []),
        ("open", EntityKinds.Link | EntityKinds.Railway, [], []),
        ("capture", EntityKinds.Station, [], ["by"]),
        ("repair", AnyTarget, [], []),
        ("set", EntityKinds.Link | EntityKinds.Point | EntityKinds.Station, ["quantity", "value"], []),
    ];

    private static readonly ImmutableArray<string> Kinds = [.. Forms.Select(f => f.Key)];
    private static readonly ImmutableArray<string> Extras = ["capacity_left", "by", "quantity", "value"];

    public static void Run(DataRecord timeline, IdIndex ids, ProblemList problems)
    {
        var changes = timeline.Children("events").Concat(timeline.Children("scenarios")).SelectMany(x => x.Children("changes"));
        foreach (var change in changes.Where(c => TimelineCheck.CheckOneOf(c, Kinds, problems)))
        {
            var form = Forms.First(f => change.Text(f.Key).Length > 0);
            CheckKeys(change, form.Key, form.With, form.Optional, problems);
            CheckTarget(change, form.Key, form.Targets, ids, problems);
        }
    }

    private static void CheckKeys(
        DataRecord change, string kind, ImmutableArray<string> required, ImmutableArray<string> optional, ProblemList problems)
    {
        foreach (var key in required.Where(k => change.Text(k).Length == 0))
        {
            problems.Error(DataProblemCodes.MissingValue, change.At(key), "", $"'{kind}' should be stated with '{key}', but it is blank.", $"Add '{key}' ({change.Table.Find(key)!.Meaning}).");
        }

        foreach (var key in Extras.Where(k => change.Text(k).Length > 0 && !required.Contains(k) && !optional.Contains(k)))
        {
            problems.Error(DataProblemCodes.UnknownKey, change.At(key), key, $"'{kind}' should be stated without '{key}' ({change.Table.Find(key)!.Meaning}).", "Remove the key, or use the kind of change that it belongs to.");
        }
    }

    private static void CheckTarget(DataRecord change, string kind, EntityKinds allowed, IdIndex ids, ProblemList problems)
    {
        var target = change.Text(kind);
        var (prefix, id) = ChangeTarget.Split(target);
        if (prefix == EntityKinds.None || (prefix & allowed) == EntityKinds.None)
        {
            var names = ReferenceCheck.Name(allowed);
            problems.Error(DataProblemCodes.UnknownReference, change.At(kind), target, $"'{kind}' should have a {names} as its target, but '{target}' begins with another kind.",
                $"Write the id alone, or one of these words and a colon before it: {names}.");
            return;
        }

        var found = ids.KindsOf(id, prefix & allowed);
        if (found == EntityKinds.None)
            ReportUnknown(change, kind, target, id, prefix & allowed, ids, problems);
        else if (!int.IsPow2((int)found))
            ReportAmbiguous(change, kind, id, found, problems);
        else if (kind == "set" && found == EntityKinds.Station)
            CheckStationQuantity(change, problems);
    }

    private static void ReportUnknown(
        DataRecord change, string kind, string target, string id, EntityKinds kinds, IdIndex ids, ProblemList problems)
    {
        if (!ids.Knows(kinds))
            return;

        var near = ids.Nearest(id, kinds);
        var prefix = target[..^id.Length];
        var other = ids.KindsOf(id, AnyTarget);
        var suggestion = other != EntityKinds.None
            ? $"'{id}' is a {ReferenceCheck.Name(other)}; '{kind}' takes a {ReferenceCheck.Name(kinds)}."
            : near is null ? "No target has a similar id; see base/links.csv, stations.csv, points.csv and railways.csv." : $"Maybe '{prefix}{near}'.";
        problems.Error(DataProblemCodes.UnknownReference, change.At(kind), target,
            $"'{kind}' should name a {ReferenceCheck.Name(kinds)}, but there is none with the id '{id}'.", suggestion);
    }

    private static void ReportAmbiguous(DataRecord change, string kind, string id, EntityKinds found, ProblemList problems) =>
        problems.Error(DataProblemCodes.AmbiguousTarget, change.At(kind), id, $"'{kind}' should have one target, but '{id}' is the id of a {ReferenceCheck.Name(found).Replace(" or ", " and a ", StringComparison.Ordinal)}.",
            $"Write one of: {string.Join(", ", ReferenceCheck.Name(found).Split(" or ").Select(word => $"'{word}:{id}'"))}.");

    private static void CheckStationQuantity(DataRecord change, ProblemList problems)
    {
        if (change.Text("quantity") is { Length: > 0 } quantity && quantity != "capacity_tonnes_per_day")
        {
            problems.Error(DataProblemCodes.UnknownValue, change.At("quantity"), quantity,
                $"At a station only its supply can be set, as 'capacity_tonnes_per_day', but 'quantity' is '{quantity}'.", "Maybe 'capacity_tonnes_per_day', or name a link or point.");
        }
    }
}
