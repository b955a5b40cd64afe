using System.Collections.Immutable;
using System.Globalization;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;

namespace RailOps.Model.Capacity;

/// <summary>
/// Works out what each link can carry in a situation. Railway: see <see cref="RailCapacity"/>. Road: stated, or by the truck formula.
/// Other modes: stated; a sea route or a change of mode without a figure is not limited. Then the season and damage.
/// </summary>
public sealed class CapacityCalculator
{
    private readonly Situation _situation;
    private readonly BaseNetwork _network;
    private readonly StatedFigures _figures;
    private readonly RailCapacity _rail;

    /// <summary>Prepares the calculation.</summary>
    /// <param name="situation">The situation.</param>
    public CapacityCalculator(Situation situation)
    {
        _situation = situation;
        _network = situation.Data.Base;
        _figures = new StatedFigures(situation);
        _rail = new RailCapacity(situation, _figures);
    }

    /// <summary>Works out one link.</summary>
    /// <param name="link">The link.</param>
    /// <returns>Its capacity with all steps; capacity 0 and a reason if nothing passes.</returns>
    public LinkCapacity Calculate(Link link)
    {
        if (_situation.WhyAbsent(link) is { Length: > 0 } absent)
            return Closed(link, absent, "");
        if (NotHeld(link) is { } station)
            return Closed(link, WhyNotHeld(station), _situation.HasChangedHands(station) ? $"station:{station}" : "");
        var damage = _situation.DamageOf(link.Id);
        if (damage.FirstOrDefault(d => d.CapacityLeftRatio == 0m) is { } closing)
            return Closed(link, closing.Reason, $"{closing.Target.Kind.ToString().ToLowerInvariant()}:{closing.Target.Id}");
        return link.Mode == LinkMode.Rail ? _rail.Calculate(link, damage) : OtherMode(link, damage);
    }

    // A closed railway keeps its gauge, so that it joins the right tracks of a station where gauges meet.
    private LinkCapacity Closed(Link link, string reason, string lostTo) =>
        new(link, Estimate.Zero, [], link.Evidence.Grade, reason, lostTo, _figures.GaugeMmOf(link), Estimate.Zero, Estimate.Zero);

    // Of two stations that are not held, the one that changed hands is the one to get back.
    private string? NotHeld(Link link) => new[] { link.FromId, link.ToId }
        .Where(s => !_situation.Holds(s))
        .OrderByDescending(_situation.HasChangedHands)
        .FirstOrDefault();

    private string WhyNotHeld(string stationId)
    {
        var holder = _situation.HolderOf(stationId);
        return $"{_network.StationName(stationId)} is held by {(holder.Length > 0 ? holder : "nobody")}";
    }

    private LinkCapacity OtherMode(Link link, ImmutableArray<Damage> damage)
    {
        var chain = new CapacityChain();
        if (!AddTonnes(chain, link))
        {
            return link.Mode is LinkMode.Sea or LinkMode.Transshipment
                ? Unlimited(link, damage)
                : Closed(link, "no capacity is known", "");
        }

        _figures.AddSeason(chain, link);
        var outOfSeason = chain.Value.Best == 0m && _network.SeasonOn(link.SeasonId, _situation.Date) is { Factor.Best: 0m };
        StatedFigures.AddDamage(chain, damage);
        _figures.AddPointTonnes(chain, link);
        var reason = outOfSeason ? $"out of season on {_situation.Date:yyyy-MM-dd}" : "";
        return new LinkCapacity(link, chain.Value, chain.Steps, chain.Grade, reason, outOfSeason ? $"season:{link.Id}" : "", 0, Estimate.Zero, Estimate.Zero);
    }

    // A share of "not limited" is still not limited, so damage short of closing cannot be felt there; the reason says so.
    private static LinkCapacity Unlimited(Link link, ImmutableArray<Damage> damage)
    {
        var steps = damage
            .Select(d => new CapacityStep($"{d.Reason}; not limited before, so not felt", Estimate.Zero, "t/day", StatedFigures.ByChange))
            .ToImmutableArray();
        return new LinkCapacity(link, null, steps, link.Evidence.Grade, "", "", 0, Estimate.Zero, Estimate.Zero);
    }

    private bool AddTonnes(CapacityChain chain, Link link)
    {
        var trucks = _figures.Find(link.Id, Quantity.TruckCount);
        var stated = _figures.Find(link.Id, Quantity.CapacityTonnesPerDay);
        var isSet = _situation.OverrideOf(link.Id, Quantity.CapacityTonnesPerDay) is not null;
        if (stated is not null && (trucks is null || isSet))
            chain.Add(isSet ? "set to" : "stated", _figures.Read(stated, link.RailwayId, stated.Value), StatedFigures.Tonnes, stated.Evidence);
        else if (trucks is not null)
            AddTrucks(chain, link, trucks);
        else
            return false;
        return true;
    }

    private void AddTrucks(CapacityChain chain, Link link, ValueRow trucks)
    {
        var haulKm = _figures.Find(link.Id, Quantity.HaulLengthKm)?.Value.Best ?? link.LengthKm;
        var practice = new TruckPractice(_situation.Data.Doctrine, link.Operator, _situation.Date);
        var fleet = _figures.Read(trucks, link.RailwayId, trucks.Value);
        chain.Add("trucks of the fleet", fleet, "trucks", trucks.Evidence);
        var distance = haulKm.ToString("0.#", CultureInfo.InvariantCulture);
        var tonnes = fleet.Select(count => practice.DeliveredTonnesPerDay(count, haulKm));
        chain.Add($"delivered over {distance} km, turn-round and fuel counted", tonnes, StatedFigures.Tonnes, practice.Evidence);
    }
}
