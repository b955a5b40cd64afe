using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Supply;
using RailOps.Model.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests.Questions;

/// <summary>The figures that an answer about fronts rests on: the needs of what stands there, and the places that limit it.</summary>
internal static class ForceSteps
{
    /// <summary>True: the front is asked for.</summary>
    public static bool IsOf(FrontNeed need, BacktestCase asked) =>
        need.PresentCount > 0 && (asked.FrontId.Length == 0 || need.Front.Id == asked.FrontId);

    /// <summary>Sources and worst grade of presence and consumption.</summary>
    public static Evidence EvidenceOf(IEnumerable<FrontNeed> needs, DoctrineTables doctrine)
    {
        var grade = Grade.A;
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in needs.SelectMany(n => n.Formations))
        {
            grade = (Grade)Math.Max((int)grade, (int)line.Grade);
            sources.UnionWith(line.Present.Evidence.SourceIds);
            sources.UnionWith(doctrine.FormationById[line.Present.FormationId].Evidence.SourceIds);
        }

        return new Evidence(grade, [.. sources], "");
    }

    /// <summary>The steps of the fronts' limits and needs.</summary>
    public static ImmutableArray<CapacityStep> Of(IReadOnlyList<FrontAssessment> fronts, DoctrineTables doctrine)
    {
        var needs = fronts.Select(f => f.Need).ToList();
        var total = needs.Aggregate(Estimate.Zero, static (sum, n) => sum + n.TonnesPerDay);
        var limits = fronts
            .SelectMany(f => f.LimitingCut?.Elements ?? [])
            .Where(e => e.Arc.Link is not null)
            .DistinctBy(e => e.ArcId)
            .SelectMany(e => e.Arc.Link!.Steps.Select(s => s with { Name = $"{e.Arc.DisplayName}: {s.Name}" }));
        return [.. limits, new CapacityStep("need of what stands there", total, "t/day", EvidenceOf(needs, doctrine))];
    }
}
