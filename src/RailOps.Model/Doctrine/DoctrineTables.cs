using System.Collections.Immutable;

namespace RailOps.Model.Doctrine;

/// <summary>Formation types and planning factors: the folder <c>doctrine</c>. Immutable.</summary>
public sealed class DoctrineTables
{
    private readonly ImmutableDictionary<(string, string), ImmutableArray<PlanningFactor>> _factors;

    /// <summary>Freezes what a reader has collected and checked.</summary>
    /// <param name="formations">Formation types, ids unique.</param>
    /// <param name="planningFactors">Planning factors.</param>
    public DoctrineTables(ImmutableArray<FormationType> formations, ImmutableArray<PlanningFactor> planningFactors)
    {
        Formations = formations;
        PlanningFactors = planningFactors;
        FormationById = formations.ToImmutableDictionary(x => x.Id, StringComparer.Ordinal);
        _factors = planningFactors.GroupBy(x => (x.Id, x.Scope)).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    /// <summary>All formation types.</summary>
    public ImmutableArray<FormationType> Formations { get; }

    /// <summary>All planning factors.</summary>
    public ImmutableArray<PlanningFactor> PlanningFactors { get; }

    /// <summary>Which class of supply each kind of source gives; rows of a station replace those of its kind.</summary>
    public ImmutableArray<SupplyClassRule> SupplyClassRules { get; init; } = [];

    /// <summary>Rolling stock of the sides.</summary>
    public ImmutableArray<Fleet> Fleets { get; init; } = [];

    /// <summary>Formation types by id.</summary>
    public ImmutableDictionary<string, FormationType> FormationById { get; }

    /// <summary>The factor for an operator on a day: its own row if there is one, else that of <c>all</c>.</summary>
    /// <param name="id">One of <see cref="PlanningFactorIds"/>.</param>
    /// <param name="scope">Operator.</param>
    /// <param name="date">The day.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidOperationException">No row holds: the data are incomplete, which the reader should have refused.</exception>
    public PlanningFactor FactorOn(string id, string scope, DateOnly date) =>
        Find(id, scope, date) ?? Find(id, "all", date)
        ?? throw new InvalidOperationException($"Planning factor '{id}' has no row for '{scope}' or 'all' on {date:yyyy-MM-dd}.");

    /// <summary>The classes of supply that a source gives.</summary>
    /// <param name="kind">Kind of the source.</param>
    /// <param name="stationId">Its station.</param>
    /// <returns>The rules that hold for it; none: it gives nothing that is known.</returns>
    public ImmutableArray<SupplyClassRule> ClassesOf(string kind, string stationId)
    {
        var own = SupplyClassRules.Where(r => r.Kind == kind && r.StationId == stationId).ToImmutableArray();
        return own.Length > 0 ? own : [.. SupplyClassRules.Where(r => r.Kind == kind && r.StationId.Length == 0)];
    }

    /// <summary>The rolling stock of a side on a day.</summary>
    /// <param name="sideId">The side.</param>
    /// <param name="date">The day.</param>
    /// <returns>The row, or null: not known.</returns>
    public Fleet? FleetOn(string sideId, DateOnly date) => Fleets.FirstOrDefault(f => f.SideId == sideId && f.HoldsOn(date));

    private PlanningFactor? Find(string id, string scope, DateOnly date) =>
        _factors.TryGetValue((id, scope), out var rows) ? rows.FirstOrDefault(r => r.HoldsOn(date)) : null;
}
