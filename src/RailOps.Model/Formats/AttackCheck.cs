using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;

namespace RailOps.Model.Formats;

/// <summary>Checks what means of attack take and strike: all of it stated where a resource is, none where not, and ids that exist.</summary>
internal static class AttackCheck
{
    public static void Run(DataRecord timeline, IdIndex ids, ProblemList problems)
    {
        var means = timeline.Children("attack_means");
        ReferenceCheck.Register(new(), EntityKinds.None, [.. means.Where(m => m.Text("id").Length > 0)], "id", problems);
        foreach (var one in means)
        {
            if (one.Text("resource").Length > 0)
                CheckStated(one, problems);
            else
                CheckBare(one, problems);
            foreach (var text in one.Ids("strikes"))
                CheckStrike(one, text, ids, problems);
        }
    }

    private static void CheckStated(DataRecord means, ProblemList problems)
    {
        string[] needed = ["id", "capacity_left"];
        foreach (var key in needed.Where(k => means.Text(k).Length == 0))
        {
            problems.Error(DataProblemCodes.MissingValue, means.At(key), "",
                $"A means of attack with a resource should state '{key}' ({means.Table.Find(key)!.Meaning}), but it is blank.", $"Add '{key}', or leave the resource out.");
        }

        if (means.Ids("strikes").IsEmpty)
        {
            problems.Error(DataProblemCodes.MissingValue, means.At("strikes"), "",
                "A means of attack with a resource should state what it strikes, but 'strikes' is blank.", "Add for example strikes: [every:bridge].");
        }
    }

    private static void CheckBare(DataRecord means, ProblemList problems)
    {
        string[] extras = ["id", "cost_count", "attack_limit_count", "reach_km", "smallest_length_m", "together"];
        foreach (var key in extras.Where(k => means.Text(k).Length > 0))
        {
            problems.Error(DataProblemCodes.MissingValue, means.At(key), means.Text(key),
                $"'{key}' says how the means is asked for, but no 'resource' is stated.", $"Add 'resource', or remove '{key}'.");
        }
    }

    private static void CheckStrike(DataRecord means, string text, IdIndex ids, ProblemList problems)
    {
        if (AttackSelector.Parse(text, out var problem, out var suggestion) is not { } selector)
        {
            problems.Error(DataProblemCodes.UnknownValue, means.At("strikes"), text, problem, suggestion.Length > 0 ? $"Maybe '{suggestion}'." : "docs/formats.md lists the forms.");
            return;
        }

        if (selector.IsEvery)
            return;
        var kind = selector.NamedKind switch
        {
            TargetKind.Link => EntityKinds.Link,
            TargetKind.Point => EntityKinds.Point,
            TargetKind.Railway => EntityKinds.Railway,
            _ => EntityKinds.Station,
        };
        if (!ids.Knows(kind) || ids.KindsOf(selector.Name, kind) != EntityKinds.None)
            return;
        problems.Error(DataProblemCodes.UnknownReference, means.At("strikes"), text,
            $"'strikes' should name a {ReferenceCheck.Name(kind)}, but there is none with the id '{selector.Name}'.",
            ids.Nearest(selector.Name, kind) is { } near ? $"Maybe '{selector.Form}:{near}'." : $"No {ReferenceCheck.Name(kind)} has a similar id.");
    }
}
