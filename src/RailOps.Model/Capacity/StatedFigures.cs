using System.Collections.Immutable;
using System.Globalization;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
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

    /// <summary>Gauge of a railway link (mm); 0 for other modes or if not stated.</summary>
    public int GaugeMmOf(Link link) =>
        link.Mode == LinkMode.Rail ? decimal.ToInt32(Find(link.Id, Quantity.GaugeMm)?.Value.Best ?? 0m) : 0;

    /// <summary>Scales by the season, if that changes anything.</summary>
    public void AddSeason(CapacityChain chain, Link link)
    {
        if (_situation.Data.Base.SeasonOn(link.SeasonId, _situation.Date) is { } season && season.Factor != Estimate.Exactly(1m))
            chain.Scale($"season {season.SeasonId}: {Percent(season.Factor.Best)}", season.Factor, season.Evidence);
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
                chain.Cap($"at most what {point.Name} passes", cap.Value, cap.Evidence);
        }
    }
}
