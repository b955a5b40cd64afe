using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Timelines;
using RailOps.Model.Uncertainty;

namespace RailOps.Model.Scenarios;

/// <summary>The world on one day as one side sees it, all events and changes applied. Immutable.</summary>
public sealed class Situation
{
    // Handed over by the builder, which keeps no hold of them: read only from then on.
    private readonly Dictionary<string, ImmutableArray<Damage>> _damage;
    private readonly Dictionary<(string Subject, Quantity Quantity), decimal> _overrides;
    private readonly HashSet<string> _forcedOpen;
    private readonly HashSet<string> _optionalOpen;
    private readonly Dictionary<string, string> _holders;
    private readonly HashSet<string> _captured;

    internal Situation(
        RailData data,
        SituationSpec spec,
        Dictionary<string, string> holders,
        HashSet<string> captured,
        HashSet<string> optionalOpen,
        HashSet<string> forcedOpen,
        Dictionary<string, ImmutableArray<Damage>> damage,
        Dictionary<(string Subject, Quantity Quantity), decimal> overrides,
        ImmutableArray<SupplySource> heldSources,
        ImmutableArray<Front> fronts,
        ImmutableArray<AppliedChange> appliedChanges)
    {
        Data = data;
        Spec = spec;
        _holders = holders;
        _captured = captured;
        _optionalOpen = optionalOpen;
        _forcedOpen = forcedOpen;
        _damage = damage;
        _overrides = overrides;
        HeldSources = heldSources;
        Sources = [.. heldSources.Where(s => spec.Sources.Timeline.CountedSupplyKinds.Contains(s.Kind))];
        Fronts = fronts;
        AppliedChanges = appliedChanges;
    }

    /// <summary>All data.</summary>
    public RailData Data { get; }

    /// <summary>What it was put together from.</summary>
    public SituationSpec Spec { get; }

    /// <summary>The side that asks.</summary>
    public string SideId => Spec.SideId;

    /// <summary>The day that decides season and validity of figures.</summary>
    public DateOnly Date => Spec.Infrastructure.Date;

    /// <summary>The day that decides which order of battle holds.</summary>
    public DateOnly ForcesDate => Spec.Forces.Date;

    /// <summary>The side's counted sources of supply, overrides applied; those at stations it does not hold are left out.</summary>
    public ImmutableArray<SupplySource> Sources { get; }

    /// <summary>The side's sources of supply of every kind, overrides applied; those at stations it does not hold are left out.</summary>
    public ImmutableArray<SupplySource> HeldSources { get; }

    /// <summary>The side's fronts on the day, in the timeline's order.</summary>
    public ImmutableArray<Front> Fronts { get; }

    /// <summary>Every change in force: events first.</summary>
    public ImmutableArray<AppliedChange> AppliedChanges { get; }

    /// <summary>How its uncertain figures are read; as stated unless <see cref="With"/> says otherwise.</summary>
    public IFigureReading Figures { get; private set; } = StatedReading.Instance;

    /// <summary>The same situation with its uncertain figures read in another way.</summary>
    /// <param name="figures">How they are read.</param>
    /// <returns>A situation that shares everything else with this one.</returns>
    public Situation With(IFigureReading figures)
    {
        var other = (Situation)MemberwiseClone();
        other.Figures = figures;
        return other;
    }

    /// <summary>Who holds a station.</summary>
    /// <param name="stationId">The station.</param>
    /// <returns>Side id, or empty: nobody.</returns>
    public string HolderOf(string stationId) => _holders.GetValueOrDefault(stationId, "");

    /// <summary>Says whether a station is in the hands of the side that asks.</summary>
    /// <param name="stationId">The station.</param>
    /// <returns>True if it is.</returns>
    public bool Holds(string stationId) => string.Equals(HolderOf(stationId), SideId, StringComparison.Ordinal);

    /// <summary>Says whether a station has changed hands: by a dated rule, an event or a change.</summary>
    /// <param name="stationId">The station.</param>
    /// <returns>True if it has.</returns>
    public bool HasChangedHands(string stationId) => _captured.Contains(stationId);

    /// <summary>What has been done to a link, in order.</summary>
    /// <param name="linkId">The link.</param>
    /// <returns>Damage; empty if whole.</returns>
    public ImmutableArray<Damage> DamageOf(string linkId) => _damage.GetValueOrDefault(linkId, []);

    /// <summary>A figure that a change has set.</summary>
    /// <param name="subjectId">Link, point or station.</param>
    /// <param name="quantity">Which figure.</param>
    /// <returns>The figure, or null: not set.</returns>
    public decimal? OverrideOf(string subjectId, Quantity quantity) =>
        _overrides.TryGetValue((subjectId, quantity), out var value) ? value : null;

    /// <summary>Says whether a link was opened by a change, whatever its dates.</summary>
    /// <param name="linkId">The link.</param>
    /// <returns>True if it was.</returns>
    public bool IsForcedOpen(string linkId) => _forcedOpen.Contains(linkId);

    /// <summary>Says whether a link exists on the day, and if not, why.</summary>
    /// <param name="link">The link.</param>
    /// <returns>Empty if it exists, else the reason.</returns>
    public string WhyAbsent(Link link)
    {
        if (_forcedOpen.Contains(link.Id))
            return "";
        if (link.IsOptional)
            return _optionalOpen.Contains(link.Id) ? "" : "not built in this timeline";
        if (link.Opened > Date)
            return $"not open before {link.Opened:yyyy-MM-dd}";
        if (link.Closed <= Date)
            return $"closed since {link.Closed:yyyy-MM-dd}";
        var tracks = Data.Base.ValueOn(link.Id, Quantity.TrackCount, Date);
        return tracks is { Value.Best: 0 } ? "no track on this date" : "";
    }
}
