using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Model.Capacity;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Analysis.Graph;

/// <summary>
/// Turns a situation into a capacity graph. Every link of the base becomes an arc, closed ones with capacity 0, so that a cut can name
/// what is missing. Where rails of several gauges meet, each gauge has a node of its own: unloading from it is free, loading onto it is
/// limited by the station's gauge break. Where a port is limited, its ships have a node of their own.
/// </summary>
public sealed class CapacityGraphBuilder
{
    private readonly Situation _situation;
    private readonly ImmutableArray<FrontNeed> _needs;
    private readonly ImmutableArray<SupplySource> _sources;
    private readonly List<string> _nodeNames = ["SOURCE", "SINK"];
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly List<GraphArc> _arcs = [];
    private readonly Dictionary<string, ImmutableArray<int>> _gaugesOf = new(StringComparer.Ordinal);

    private CapacityGraphBuilder(Situation situation, ImmutableArray<FrontNeed> needs, ImmutableArray<SupplySource> sources)
    {
        _situation = situation;
        _needs = needs;
        _sources = sources;
    }

    private BaseNetwork Network => _situation.Data.Base;

    /// <summary>Builds the graph.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="needs">What its fronts need.</param>
    /// <returns>The graph.</returns>
    public static CapacityGraph Build(Situation situation, ImmutableArray<FrontNeed> needs) =>
        Build(situation, needs, situation.Sources);

    /// <summary>Builds the graph with sources of the caller's choice.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="needs">What its fronts need.</param>
    /// <param name="sources">Where supply comes from; the arcs of kind <see cref="GraphArcKind.Supply"/> come in this order.</param>
    /// <returns>The graph.</returns>
    public static CapacityGraph Build(Situation situation, ImmutableArray<FrontNeed> needs, ImmutableArray<SupplySource> sources) =>
        new CapacityGraphBuilder(situation, needs, sources).Run();

    private CapacityGraph Run()
    {
        var calculator = new CapacityCalculator(_situation);
        var capacities = Network.Links.Select(calculator.Calculate).ToList();
        FindGauges(capacities);
        AddStations();
        foreach (var capacity in capacities)
            AddLink(capacity);
        AddSources();
        var frontNodes = ImmutableArray.CreateBuilder<int>(_needs.Length);
        var needArcs = ImmutableArray.CreateBuilder<int>(_needs.Length);
        foreach (var need in _needs)
        {
            var node = AddNode($"front:{need.Front.Id}");
            AddEntries(need, node);
            frontNodes.Add(node);
            needArcs.Add(_arcs.Count);
            AddNeed(need, node);
        }

        return new CapacityGraph(
            _situation, _needs, [.. _nodeNames], [.. _arcs], needArcs.MoveToImmutable(), frontNodes.MoveToImmutable());
    }

    private void FindGauges(List<LinkCapacity> capacities)
    {
        var gauges = capacities
            .Where(c => c.GaugeMm > 0 && _situation.WhyAbsent(c.Link).Length == 0)
            .SelectMany(c => new[] { (Station: c.Link.FromId, c.GaugeMm), (Station: c.Link.ToId, c.GaugeMm) })
            .Distinct()
            .GroupBy(x => x.Station, x => x.GaugeMm, StringComparer.Ordinal);
        foreach (var group in gauges)
        {
            var distinct = group.Order().ToImmutableArray();
            if (distinct.Length > 1)
                _gaugesOf[group.Key] = distinct;
        }
    }

    private int AddNode(string name)
    {
        _nodes[name] = _nodeNames.Count;
        _nodeNames.Add(name);
        return _nodes[name];
    }

    private void AddStations()
    {
        foreach (var station in Network.Stations)
        {
            var hub = AddNode(station.Id);
            if (_gaugesOf.TryGetValue(station.Id, out var gauges))
            {
                foreach (var gauge in gauges)
                    AddGauge(station, hub, gauge);
            }

            if (Limit(station.Id, StationCapacityKind.Port) is { } port)
                AddPort(station, hub, port);
        }
    }

    private void AddGauge(Station station, int hub, int gaugeMm)
    {
        var tracks = AddNode($"{station.Id}@{gaugeMm}");
        AddInternal(station.Id, tracks, hub);
        var limit = Limit(station.Id, StationCapacityKind.GaugeBreak);
        var capacity = LevelCapacity.Of(limit?.TonnesPerDay ?? Estimate.Zero);
        var reason = limit is null ? "no reloading between gauges is known here" : "";
        _arcs.Add(new GraphArc(
            GraphArcKind.Transshipment, station.Id, $"{station.DisplayName}: reloading onto {gaugeMm} mm", hub, tracks, false,
            capacity, null, limit?.Evidence.Grade ?? Grade.D, reason));
    }

    private void AddPort(Station station, int hub, StationCapacity port)
    {
        var ships = AddNode($"{station.Id}@port");
        _arcs.Add(new GraphArc(
            GraphArcKind.Transshipment, station.Id, $"{station.DisplayName}: port", ships, hub, true,
            LevelCapacity.Of(port.TonnesPerDay), null, port.Evidence.Grade, ""));
    }

    private StationCapacity? Limit(string stationId, StationCapacityKind kind)
    {
        var row = Network.StationCapacityOn(stationId, kind, _situation.Date);
        if (row is null)
            return null;
        var set = _situation.OverrideOf(stationId, Quantity.CapacityTonnesPerDay);
        var isSet = set is not null && !_situation.Spec.Sources.Timeline.Sources.Any(s => s.StationId == stationId);
        return row with { TonnesPerDay = isSet ? Estimate.Exactly(set!.Value) : Read(row, FigureKind.StationCapacity, stationId, row.TonnesPerDay, row.Evidence) };
    }

    private void AddInternal(string subjectId, int tail, int head) => _arcs.Add(new GraphArc(
        GraphArcKind.Internal, subjectId, subjectId, tail, head, false, LevelCapacity.Unlimited, null, Grade.A, ""));

    private void AddLink(LinkCapacity capacity)
    {
        var link = capacity.Link;
        _arcs.Add(new GraphArc(
            GraphArcKind.Link, link.Id, Network.NameOf(link), NodeOf(link.FromId, capacity), NodeOf(link.ToId, capacity), true,
            LevelCapacity.Of(capacity.TonnesPerDay), capacity, capacity.Grade, capacity.ClosedReason));
    }

    private int NodeOf(string stationId, LinkCapacity capacity)
    {
        if (capacity.Link.Mode is LinkMode.Sea or LinkMode.River && _nodes.TryGetValue($"{stationId}@port", out var port))
            return port;
        return capacity.GaugeMm > 0 && _nodes.TryGetValue($"{stationId}@{capacity.GaugeMm}", out var tracks) ? tracks : _nodes[stationId];
    }

    private void AddSources()
    {
        foreach (var source in _sources)
        {
            var node = SupplyNode(source);
            var kind = source.Kind == "general" ? "supply" : source.Kind;
            _arcs.Add(new GraphArc(
                GraphArcKind.Supply, source.StationId, $"{Network.StationName(source.StationId)} ({kind})", CapacityGraph.SourceNode, node, false,
                LevelCapacity.Of(Read(source)), null, source.Evidence.Grade, ""));
        }
    }

    // What a change sets is a premise and is never drawn.
    private Estimate? Read(SupplySource source) =>
        source.TonnesPerDay is { } tonnes && _situation.OverrideOf(source.StationId, Quantity.CapacityTonnesPerDay) is null
            ? Read(source, FigureKind.Supply, source.StationId, tonnes, source.Evidence)
            : source.TonnesPerDay;

    private Estimate Read(object row, FigureKind kind, string subjectId, Estimate stated, Evidence evidence) =>
        _situation.Figures.Read(new Figure(row, 0, kind, subjectId, stated, evidence.Grade, HasRange: true));

    // Supply that arrives where gauges meet can be loaded onto any of them without being reloaded.
    private int SupplyNode(SupplySource source)
    {
        if (!_gaugesOf.TryGetValue(source.StationId, out var gauges))
            return _nodes[source.StationId];
        var name = $"{source.StationId}@supply";
        if (_nodes.TryGetValue(name, out var known))
            return known;
        var node = AddNode(name);
        AddInternal(source.StationId, node, _nodes[source.StationId]);
        foreach (var gauge in gauges)
            AddInternal(source.StationId, node, _nodes[$"{source.StationId}@{gauge}"]);
        return node;
    }

    private void AddEntries(FrontNeed need, int frontNode)
    {
        foreach (var entry in need.Front.Entries)
        {
            var isHeld = _situation.Holds(entry.StationId);
            var holder = _situation.HolderOf(entry.StationId);
            var name = Network.StationName(entry.StationId);
            var reason = isHeld ? "" : $"{name} is held by {(holder.Length > 0 ? holder : "nobody")}";
            var capacity = isHeld ? LegCapacity(need.Front, entry) : default;
            var display = $"{name}: road leg of {entry.RoadLegKm:0.#} km to {need.Front.Title}";
            _arcs.Add(new GraphArc(
                GraphArcKind.Entry, entry.StationId, display, _nodes[entry.StationId], frontNode, false,
                capacity, null, need.Front.Evidence.Grade, reason));
        }
    }

    private LevelCapacity LegCapacity(Front front, FrontEntry entry)
    {
        if (front.TruckCount is not { } trucks || entry.RoadLegKm == 0m)
            return LevelCapacity.Unlimited;
        var practice = new TruckPractice(_situation.Data.Doctrine, _situation.SideId, _situation.Date);
        var fleet = Read(front, FigureKind.Trucks, front.Id, trucks, front.Evidence);
        return LevelCapacity.Of(fleet.Select(count => practice.DeliveredTonnesPerDay(count, entry.RoadLegKm)));
    }

    private void AddNeed(FrontNeed need, int frontNode)
    {
        long At(EstimateLevel level) => checked(need.SliceKilogramsPerDay(level) * need.PresentCount);
        var capacity = new LevelCapacity(At(EstimateLevel.Low), At(EstimateLevel.Best), At(EstimateLevel.High));
        _arcs.Add(new GraphArc(
            GraphArcKind.Need, need.Front.Id, need.Front.Title, frontNode, CapacityGraph.SinkNode, false, capacity, null, need.Grade, ""));
    }
}
