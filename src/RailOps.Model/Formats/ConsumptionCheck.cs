using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Checks that every formation has one row of consumption for each posture, and that tails have no tails.</summary>
internal static class ConsumptionCheck
{
    public static void Run(ImmutableArray<DataRecord> formations, ImmutableArray<DataRecord> consumption, ProblemList problems)
    {
        var rows = new Dictionary<(string, string), DataRecord>();
        foreach (var row in consumption.Where(r => r.Text("formation_id").Length > 0 && r.Text("posture").Length > 0))
        {
            var key = (row.Text("formation_id"), row.Text("posture"));
            if (!rows.TryAdd(key, row))
                ReferenceCheck.ReportDuplicate(row, "posture", $"{key.Item1} {key.Item2}", rows[key].At("posture"), problems);
        }

        var byId = formations.GroupBy(f => f.Text("formation_id"), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var formation in byId.Values.Where(f => f.Text("formation_id").Length > 0))
        {
            foreach (var posture in DoctrineFiles.Postures.Where(p => !rows.ContainsKey((formation.Text("formation_id"), p))))
                ReportMissing(formation, posture, problems);

            if (byId.TryGetValue(formation.Text("tail_formation_id"), out var tail) && tail.Text("tail_formation_id").Length > 0)
                ReportTail(formation, tail, problems);
        }
    }

    private static void ReportMissing(DataRecord formation, string posture, ProblemList problems) =>
        problems.Error(DataProblemCodes.MissingConsumption, formation.At("formation_id"), formation.Text("formation_id"),
            $"Every formation should have consumption at rest, in defence and in attack, but '{formation.Text("formation_id")}' has no row for '{posture}'.",
            $"Add the row to {DoctrineFiles.Consumption.Name}.");

    private static void ReportTail(DataRecord formation, DataRecord tail, ProblemList problems) =>
        problems.Error(DataProblemCodes.TailMisused, formation.At("tail_formation_id"), tail.Text("formation_id"),
            $"The tail of '{formation.Text("formation_id")}' should have no tail of its own, but '{tail.Text("formation_id")}' has '{tail.Text("tail_formation_id")}'.",
            "Blank the tail of the tail; count all army and corps troops in one.");
}
