using System.Collections.Immutable;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;

namespace RailOps.Analysis.Uncertainty;

/// <summary>Reads bands, chances and cuts out of the draws.</summary>
internal sealed class DrawReader(CapacityGraph graph, ImmutableArray<LevelCount> stated, ImmutableArray<DrawOutcome> draws)
{
    /// <summary>The fronts, in the order of the graph.</summary>
    public ImmutableArray<FrontBand> Fronts() =>
    [
        .. graph.Needs.Select((need, front) => Read(
            need, need.PresentCount, stated[front], [.. draws.Select(d => d.UnitCounts[front])], [.. draws.Select(d => d.Delivered[front])])),
    ];

    /// <summary>All fronts together.</summary>
    public FrontBand Total() => Read(
        null, graph.Needs.Sum(n => n.PresentCount), LevelCount.From(level => stated.Sum(s => s[level])),
        [.. draws.Select(d => d.Totals.UnitCount)], [.. draws.Select(d => d.Totals.DeliveredKilogramsPerDay)]);

    /// <summary>Places that were in the cut, those most often there first.</summary>
    public ImmutableArray<CutPlace> Places()
    {
        var hits = new int[graph.Arcs.Length];
        foreach (var arc in draws.SelectMany(d => d.CutArcs))
            hits[arc]++;
        return
        [
            .. Enumerable.Range(0, hits.Length)
                .Where(arc => hits[arc] > 0)
                .OrderByDescending(arc => hits[arc])
                .ThenBy(arc => arc)
                .Select(arc => new CutPlace(graph.Arcs[arc], (double)hits[arc] / draws.Length, CountChance.ErrorOf(hits[arc], draws.Length))),
        ];
    }

    /// <summary>Share of the draws in which all divisions were sustained.</summary>
    public double AllMetFrequency() => (double)draws.Count(d => d.Totals.UnitCount == graph.Needs.Sum(n => n.PresentCount)) / draws.Length;

    private FrontBand Read(Demand.FrontNeed? need, long present, LevelCount counts, long[] units, long[] delivered)
    {
        var chances = Enumerable.Range(0, checked((int)present + 1)).Select(n => CountChance.Of(n, units.Count(u => u >= n), draws.Length));
        return new FrontBand(need, present, counts, Band.Of(units), Band.Of(delivered), [.. chances]);
    }
}
