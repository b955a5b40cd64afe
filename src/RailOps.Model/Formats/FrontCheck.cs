using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Checks the fronts of a timeline.</summary>
internal static class FrontCheck
{
    public static void Run(DataRecord timeline, ImmutableArray<DataRecord> formations, ProblemList problems)
    {
        var tails = formations.Select(f => f.Text("tail_formation_id")).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        var fronts = timeline.Children("fronts");
        WindowOverlapCheck.Run(fronts.Where(f => f.Text("id").Length > 0), f => $"{f.Text("side")} {f.Text("id")}", problems);
        foreach (var front in fronts)
        {
            CheckEntries(front, problems);
            CheckStrength(front, tails, problems);
        }
    }

    private static void CheckEntries(DataRecord front, ProblemList problems)
    {
        var stations = new IdIndex();
        ReferenceCheck.Register(stations, EntityKinds.Station, front.Children("entries"), "station", problems);
    }

    private static void CheckStrength(DataRecord front, HashSet<string> tails, ProblemList problems)
    {
        if (front.Children("strength").IsEmpty)
        {
            problems.Warning(DataProblemCodes.FrontWithoutStrength, front.At("strength"), front.Text("id"),
                $"A front should have an order of battle, but '{front.Text("id")}' has none: it needs nothing.", "Add 'strength:' with a date and formations.");
        }

        foreach (var row in front.Children("strength").SelectMany(s => s.Children("formations")).Where(r => tails.Contains(r.Text("formation"))))
        {
            problems.Error(DataProblemCodes.TailMisused, row.At("formation"), row.Text("formation"),
                $"'{row.Text("formation")}' is the tail of other formations and should not stand in an order of battle, because it is added for each of them.",
                "Remove the row, or give it a formation type of its own.");
        }
    }
}
