using System.Collections.Immutable;
using System.Globalization;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Model.Capacity;

/// <summary>The figures of a situation: those set by changes first, then those of the base on the day.</summary>
internal sealed class StatedFigures
{
    public const string Tonnes = "t/day";
    public const string Pairs = "train pairs a day";

    /// <summary>Evidence of whatever a change or event says.</summary>
    public static readonly Evidence ByChange = new(Grade.D, ["change"], "by a change or event");

    private readonly Situation _situation;

    public StatedFigures(Situation situation) => _situation = situation;

    /// <summary>A figure of a link or point.</summary>
    public ValueRow? Find(string subjectId, Quantity quantity) =>
        _situation.OverrideOf(subjectId, quantity) is { } set
            ? new ValueRow(subjectId, quantity, null, null, Estimate.Exactly(set), true, ByChange)
            : _situation.Data.Base.ValueOn(subjectId, quantity, _situation.Date);

    /// <summary>What to reckon with for a figure that was found. What a change sets is a premise and is never drawn.</summary>
    /// <param name="row">The row.</param>
    /// <param name="railwayId">Railway that its link or point belongs to.</param>
    /// <param name="stated">The figure as stated, or with the range of its class.</param>
    public Estimate Read(ValueRow row, string railwayId, Estimate stated) => ReferenceEquals(row.Evidence, ByChange)
        ? stated
        : _situation.Figures.Read(new Figure(row, 0, KindOf(row.Quantity), railwayId, stated, row.Evidence.Grade, row.HasRange));

    /// <summary>A planning factor, its value read.</summary>
    public PlanningFactor Factor(string id, Link link)
    {
        var factor = StatedFactor(id, link);
        var value = _situation.Figures.Read(
            new Figure(factor, 0, FigureKind.PlanningFactor, factor.Scope, factor.Value, factor.Evidence.Grade, HasRange: true));
        return value == factor.Value ? factor : factor with { Value = value };
    }

    /// <summary>A planning factor as it is stated.</summary>
    public PlanningFactor StatedFactor(string id, Link link) => _situation.Data.Doctrine.FactorOn(id, link.Operator, _situation.Date);

    /// <summary>Gauge of a railway link (mm); 0 for other modes or if not stated.</summary>
    public int GaugeMmOf(Link link) =>
        link.Mode == LinkMode.Rail ? decimal.ToInt32(Find(link.Id, Quantity.GaugeMm)?.Value.Best ?? 0m) : 0;

    /// <summary>Scales by the season, if that changes anything.</summary>
    public void AddSeason(CapacityChain chain, Link link)
    {
        if (_situation.Data.Base.SeasonOn(link.SeasonId, _situation.Date) is { } season && season.Factor != Estimate.Exactly(1m))
            chain.Scale($"season {season.SeasonId}: {Percent(season.Factor.Best)}", Read(season), season.Evidence);
    }

    /// <summary>Caps by the train pairs that the link's points pass.</summary>
    public void AddPointPairs(CapacityChain chain, Link link) => AddPoints(chain, link, Quantity.TrainPairsPerDay);

    /// <summary>Caps by the tonnes that the link's points pass.</summary>
    public void AddPointTonnes(CapacityChain chain, Link link) => AddPoints(chain, link, Quantity.CapacityTonnesPerDay);

    /// <summary>Scales by what is left after damage.</summary>
    /// <returns>The share left.</returns>
    public static decimal AddDamage(CapacityChain chain, ImmutableArray<Damage> damage)
    {
        var left = 1m;
        foreach (var harm in damage)
        {
            chain.Scale(harm.Reason, Estimate.Exactly(harm.CapacityLeftRatio), ByChange);
            left *= harm.CapacityLeftRatio;
        }

        return left;
    }

    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(decimal share) => (share * 100m).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private void AddPoints(CapacityChain chain, Link link, Quantity quantity)
    {
        foreach (var point in _situation.Data.Base.PointsOf(link.Id))
        {
            if (Find(point.Id, quantity) is { } cap)
                chain.Cap($"at most what {point.Name} passes", Read(cap, RailwayOf(point), cap.Value), cap.Evidence);
        }
    }

    // A point on links of two railways belongs to that of its first, whichever link is looked at.
    private string RailwayOf(Point point) => _situation.Data.Base.LinkById[point.LinkIds[0]].RailwayId;

    private Estimate Read(SeasonWindow season) => _situation.Figures.Read(
        new Figure(season, 0, FigureKind.Season, season.SeasonId, season.Factor, season.Evidence.Grade, HasRange: true));

    private static FigureKind KindOf(Quantity quantity) => quantity switch
    {
        Quantity.TrainPairsPerDay => FigureKind.TrainPairs,
        Quantity.NetTrainLoadTonnes => FigureKind.TrainLoad,
        Quantity.TruckCount => FigureKind.Trucks,
        Quantity.CapacityTonnesPerDay => FigureKind.Tonnes,
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "Tracks, gauges and lengths are not drawn."),
    };
}
