using System.Collections.Immutable;
using RailOps.Model;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Units;

namespace RailOps.Testing.Worlds;

/// <summary>
/// A small world in code, for tests by hand: two sides (red, blue), one timeline ("war", 1940), stations held by red unless said
/// otherwise. Without further ado a railway carries pairs x load: no civil trains, nothing for the railway itself.
/// </summary>
public sealed class WorldBuilder
{
    public static readonly Evidence Known = new(Grade.A, ["test"], "");
    public static readonly Evidence Assumed = new(Grade.D, ["test"], "");
    public static readonly DateOnly Day = new(1940, 6, 1);

    private readonly List<Station> _stations = [];
    private readonly List<Railway> _railways = [];
    private readonly List<Link> _links = [];
    private readonly List<Point> _points = [];
    private readonly List<ValueRow> _values = [];
    private readonly List<StationCapacity> _stationCapacities = [];
    private readonly List<SeasonWindow> _seasons = [];
    private readonly List<PlanningFactor> _factors = [];
    private readonly List<FormationType> _formations = [];
    private readonly List<ControlRule> _control = [new ControlRule("red-land", "", "red", null, ""), new ControlRule("blue-land", "", "blue", null, "")];
    private readonly List<SupplySource> _sources = [];
    private readonly List<Front> _fronts = [];
    private readonly List<TimelineEvent> _events = [];
    private readonly List<OptionalLinks> _optional = [];
    private readonly List<NamedScenario> _scenarios = [];
    private readonly List<SupplyClassRule> _classRules = [];
    private readonly List<Fleet> _fleets = [];

    public WorldBuilder()
    {
        Factor(PlanningFactorIds.SidingSpacingKm, 8, 13, 16);
        Factor(PlanningFactorIds.GoodsSpeedKmPerHour, 18, 25, 35);
        Factor(PlanningFactorIds.CrossingLossMinutes, 8, 12, 18);
        Factor(PlanningFactorIds.PlanningShare, 0.75m, 0.87m, 0.92m);
        Factor(PlanningFactorIds.DoubleTrackTrainPairsPerDay, 24, 36, 60);
        Factor(PlanningFactorIds.CivilAndServiceTrainPairsPerDay, 0, 0, 0);
        Factor(PlanningFactorIds.RailwayOwnShare, 0, 0, 0);
        Factor(PlanningFactorIds.NetTrainLoadTonnes, 100, 100, 100);
        Factor(PlanningFactorIds.TruckPayloadKg, 2700, 2700, 2700);
        Factor(PlanningFactorIds.TruckFuelKgPerKm, 0.30m, 0.30m, 0.30m);
        Factor(PlanningFactorIds.TruckFitShare, 0.85m, 0.85m, 0.85m);
        Factor(PlanningFactorIds.ConvoyKmPerDay, 262.5m, 262.5m, 262.5m);
        Factor(PlanningFactorIds.TruckHandlingDays, 0.7m, 0.7m, 0.7m);
        Factor(PlanningFactorIds.HalfWidthOfGradeA, 0.05m, 0.05m, 0.05m);
        Factor(PlanningFactorIds.HalfWidthOfGradeB, 0.1m, 0.1m, 0.1m);
        Factor(PlanningFactorIds.HalfWidthOfGradeC, 0.25m, 0.25m, 0.25m);
        Factor(PlanningFactorIds.HalfWidthOfGradeD, 0.4m, 0.4m, 0.4m);
        Factor(PlanningFactorIds.CorrelationOfFigures, 0, 0.5m, 1);
        Factor(PlanningFactorIds.LocomotiveCoalKgPerNetTonneKm, 0, 0, 0);
        Factor(PlanningFactorIds.WagonsPerTrain, 50, 50, 50);
        Factor(PlanningFactorIds.WagonKmPerDay, 200, 200, 200);
        Factor(PlanningFactorIds.WagonTerminalDays, 4, 4, 4);
        Factor(PlanningFactorIds.LocomotiveDivisionKm, 200, 200, 200);
        Factor(PlanningFactorIds.LocomotiveTerminalHours, 12, 12, 12);
    }

    public WorldBuilder Factor(string id, decimal low, decimal best, decimal high)
    {
        _factors.RemoveAll(f => f.Id == id);
        _factors.Add(new PlanningFactor(id, "all", null, null, new Estimate(low, best, high), Assumed));
        return this;
    }

    public WorldBuilder Stations(params string[] ids)
    {
        foreach (var id in ids)
            _stations.Add(new Station(id, id, "", 50, 100, "red-land", "station", Known));
        return this;
    }

    public WorldBuilder EnemyStation(string id)
    {
        _stations.Add(new Station(id, id, "", 50, 100, "blue-land", "station", Known));
        return this;
    }

    public WorldBuilder Link(string id, LinkMode mode, string season = "", bool optional = false, DateOnly? opened = null, DateOnly? closed = null)
    {
        var ends = id.Split("--");
        var railway = mode == LinkMode.Rail ? "line" : mode.ToString().ToLowerInvariant();
        if (_railways.All(r => r.Id != railway))
            _railways.Add(new Railway(railway, railway));
        _links.Add(new Link(id, ends[0], ends[1], railway, "red", mode, 100m, opened, closed, optional, season, Known));
        return this;
    }

    /// <summary>A railway of so many train pairs; loads are 100 t unless a factor says otherwise.</summary>
    public WorldBuilder Rail(string id, decimal pairs, int gauge = 1524) => Link(id, LinkMode.Rail)
        .Value(id, Quantity.TrackCount, 1).Value(id, Quantity.GaugeMm, gauge).Value(id, Quantity.TrainPairsPerDay, pairs);

    public WorldBuilder Value(string subject, Quantity quantity, decimal value, Evidence? evidence = null, DateOnly? from = null, DateOnly? to = null)
    {
        _values.Add(new ValueRow(subject, quantity, from, to, Estimate.Exactly(value), false, evidence ?? Known));
        return this;
    }

    public WorldBuilder Point(string id, params string[] links)
    {
        _points.Add(new Point(id, id, "tunnel", [.. links], null, Known));
        return this;
    }

    public WorldBuilder StationLimit(string station, StationCapacityKind kind, decimal tonnesPerDay)
    {
        _stationCapacities.Add(new StationCapacity(station, kind, null, null, Estimate.Exactly(tonnesPerDay), Known));
        return this;
    }

    public WorldBuilder Season(string id, int fromMonth, int toMonth, decimal factor)
    {
        _seasons.Add(new SeasonWindow(id, fromMonth, 1, toMonth, 31, Estimate.Exactly(factor), Known));
        return this;
    }

    public WorldBuilder Formation(string id, decimal tonnesPerDay, decimal divisions = 1, string tail = "", decimal tailRatio = 0)
    {
        var need = Estimate.Exactly(tonnesPerDay);
        _formations.Add(new FormationType(id, id, 10_000, divisions, tail, tailRatio, tailRatio, tailRatio, need, need, need, Known));
        return this;
    }

    /// <summary>How the need of a formation added before divides into classes, in every posture.</summary>
    public WorldBuilder Split(string formation, decimal rationsAndForage, decimal ammunition, decimal fuel, decimal other)
    {
        var (place, split) = (_formations.FindIndex(f => f.Id == formation), new ClassSplit(rationsAndForage, ammunition, fuel, other));
        _formations[place] = _formations[place] with { RestSplit = split, DefenceSplit = split, AttackSplit = split };
        return this;
    }

    /// <summary>A class of supply that a kind of source gives, at one station or at all.</summary>
    public WorldBuilder Gives(string kind, SupplyClass? supplyClass, string station = "")
    {
        _classRules.Add(new SupplyClassRule(kind, station, supplyClass, Known));
        return this;
    }

    public WorldBuilder Fleet(decimal? wagons, decimal? locomotives = null, string side = "red")
    {
        _fleets.Add(new Fleet(side, null, null, wagons is { } w ? Estimate.Exactly(w) : null, locomotives is { } l ? Estimate.Exactly(l) : null, Known));
        return this;
    }

    public WorldBuilder Source(string station, decimal? tonnesPerDay = null, string side = "red", string kind = "general")
    {
        _sources.Add(new SupplySource(side, station, kind, tonnesPerDay is { } t ? Estimate.Exactly(t) : null, null, null, Known));
        return this;
    }

    /// <summary>A front of so many formations of one type, drawing at stations written <c>a;b</c>.</summary>
    public WorldBuilder Front(string id, string entries, string formation, decimal count, int priority = 1, int weight = 1, decimal manning = 1)
    {
        ImmutableArray<FormationsPresent> present = [new FormationsPresent($"{formation}s", formation, count, manning, Known)];
        _fronts.Add(new Front(
            id, "red", id, null, null, priority, weight, Posture.Defence,
            [.. entries.Split(';').Select(e => new FrontEntry(e, 0))], null, "", [new OrderOfBattle(new DateOnly(1940, 1, 1), present)], Known));
        return this;
    }

    public WorldBuilder Event(string id, DateOnly from, DateOnly? to, params Change[] changes)
    {
        _events.Add(new TimelineEvent(id, $"{id} happens.", from, to, [.. changes], Assumed));
        return this;
    }

    public WorldBuilder BuiltByTimeline(string linkId, DateOnly from)
    {
        _optional.Add(new OptionalLinks("", linkId, from, Assumed));
        return this;
    }

    public WorldBuilder Control(string station, string side, DateOnly from)
    {
        _control.Add(new ControlRule("", station, side, from, ""));
        return this;
    }

    public RailData Build()
    {
        var network = new BaseNetwork(
            [.. _stations], [.. _railways], [.. _links], [.. _points], [.. _values], [.. _stationCapacities], [.. _seasons],
            [new Source("test", "", "test", "", "", "")]);
        var timeline = new Timeline(
            "war", "War", "A small war.", true, new DateOnly(1940, 1, 1), new DateOnly(1940, 12, 31), Day,
            [new SideInfo("red", "Red", "blue"), new SideInfo("blue", "Blue", "red")],
            ["general"], "Only general supply feeds divisions.",
            [.. _optional], [.. _control], [.. _sources], [.. _fronts], [.. _events], [.. _scenarios], []);
        var doctrine = new DoctrineTables([.. _formations], [.. _factors]) { SupplyClassRules = [.. _classRules], Fleets = [.. _fleets] };
        return new RailData(network, doctrine, [timeline], [], "test");
    }

    /// <summary>The world on <see cref="Day"/> (or another day) as red sees it, changes applied.</summary>
    public SituationResult Situation(DateOnly? date = null, string side = "red", params Change[] changes)
    {
        var data = Build();
        return SituationBuilder.Build(data, SituationSpec.Of(data.Timelines[0], date ?? Day, side, [.. changes]));
    }
}
