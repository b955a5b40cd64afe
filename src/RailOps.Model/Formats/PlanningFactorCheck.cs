using System.Collections.Immutable;
using RailOps.Model.Doctrine;

namespace RailOps.Model.Formats;

/// <summary>
/// Checks that every planning factor the formulas use is stated on every day that can be asked for: truck factors for operators of links
/// on land, the rest for operators of rail links; for an operator only while it has links. The days are those of the war with Japan
/// (1904-02-08 to 1905-09-05) and of 1939-01-01 to 1945-09-02.
/// </summary>
internal static class PlanningFactorCheck
{
    private const string AnyScope = "all";

    private static readonly ImmutableArray<(DateOnly From, DateOnly To)> Periods =
    [
        (new(1904, 2, 8), new(1905, 9, 6)),
        (new(1939, 1, 1), new(1945, 9, 3)),
    ];

    private static readonly ImmutableHashSet<string> TruckFactors =
    [
        PlanningFactorIds.TruckPayloadKg, PlanningFactorIds.TruckFuelKgPerKm, PlanningFactorIds.TruckFitShare,
        PlanningFactorIds.ConvoyKmPerDay, PlanningFactorIds.TruckHandlingDays,
    ];

    private static readonly ImmutableHashSet<string> LandModes = ["rail", "road", "ice", "pontoon"];

    /// <summary>Says whether every planning factor is stated on a day.</summary>
    public static bool Covers(DateOnly date) => Periods.Any(p => p.From <= date && date < p.To);

    public static void Run(ImmutableArray<DataRecord> factors, ImmutableArray<DataRecord> links, ProblemList problems)
    {
        var operators = links.Select(l => l.Text("operator")).Where(x => x.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var row in factors.Where(r => r.Text("scope") is { Length: > 0 } scope && scope != AnyScope && !operators.Contains(scope)))
            ReportScope(row, operators, problems);

        foreach (var factor in PlanningFactorIds.All)
            CheckFactor(factor, [.. factors.Where(r => r.Text("factor_id") == factor)], links, problems);
    }

    private static void CheckFactor(string factor, DataRecord[] rows, ImmutableArray<DataRecord> links, ProblemList problems)
    {
        var users = links.Where(l => TruckFactors.Contains(factor) ? LandModes.Contains(l.Text("mode")) : l.Text("mode") == "rail");
        foreach (var byOperator in users.GroupBy(l => l.Text("operator"), StringComparer.Ordinal).Where(g => g.Key.Length > 0))
        {
            var applicable = rows.Where(r => r.Text("scope") == byOperator.Key || r.Text("scope") == AnyScope).Select(r => r.Window()).ToArray();
            var from = byOperator.Min(l => l.Window().From ?? DateOnly.MinValue);
            var to = byOperator.Max(l => l.Window().To ?? DateOnly.MaxValue);
            foreach (var period in Periods)
            {
                if (FirstGap(applicable, Later(period.From, from), Earlier(period.To, to)) is { } gap)
                    ReportMissing(factor, byOperator.Key, gap, problems);
            }
        }
    }

    /// <summary>First day of from..to (exclusive) that no window holds, or null.</summary>
    private static DateOnly? FirstGap((DateOnly? From, DateOnly? To)[] windows, DateOnly from, DateOnly to)
    {
        var day = from;
        while (day < to)
        {
            var ends = windows.Where(w => (w.From ?? DateOnly.MinValue) <= day && day < (w.To ?? DateOnly.MaxValue)).Select(w => w.To ?? DateOnly.MaxValue).ToArray();
            if (ends.Length == 0)
                return day;

            day = ends.Max();
        }

        return null;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static void ReportScope(DataRecord row, HashSet<string> operators, ProblemList problems)
    {
        var scope = row.Text("scope");
        problems.Warning(DataProblemCodes.UnusedScope, row.At("scope"), scope, $"'scope' should be '{AnyScope}' or the operator of a link, but no link has '{scope}'.",
            NearestMatch.Find(scope, operators.Append(AnyScope)) is { } near ? $"Maybe '{near}'." : $"Operators: {string.Join(", ", operators.Order(StringComparer.Ordinal))}.");
    }

    private static void ReportMissing(string factor, string scope, DateOnly day, ProblemList problems) =>
        problems.Error(DataProblemCodes.MissingPlanningFactor, new(DoctrineFiles.PlanningFactors.Name, null, "factor_id"), factor,
            $"'{factor}' should be stated for operator '{scope}' or '{AnyScope}' on every day from 1904-02-08 to 1905-09-05 and from 1939-01-01 to 1945-09-02, but no row holds on {day:yyyy-MM-dd}.",
            $"Add a row for '{scope}' or '{AnyScope}' that holds on {day:yyyy-MM-dd}.");
}
