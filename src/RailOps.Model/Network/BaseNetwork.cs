using System.Collections.Immutable;

namespace RailOps.Model.Network;

/// <summary>
/// The infrastructure base: every station and link that existed between 1904 and 1945 or that a timeline posits. Immutable; all
/// look-ups are by ordinal id. Lists are in file order.
/// </summary>
public sealed class BaseNetwork
{
    private readonly ImmutableDictionary<(string, Quantity), ImmutableArray<ValueRow>> _values;
    private readonly ImmutableDictionary<(string, StationCapacityKind), ImmutableArray<StationCapacity>> _stationCapacities;
    private readonly ImmutableDictionary<string, ImmutableArray<SeasonWindow>> _seasons;
    private readonly ILookup<string, string> _linksByStation;
    private readonly ILookup<string, string> _linksByRailway;
    private readonly ILookup<string, Station> _stationsByCountry;
    private readonly ILookup<string, Point> _pointsByLink;

    /// <summary>Freezes what a reader has collected and checked; ids must be unique and references must resolve.</summary>
    /// <param name="stations">Stations.</param>
    /// <param name="railways">Railways.</param>
    /// <param name="links">Links.</param>
    /// <param name="points">Points.</param>
    /// <param name="values">Figures of links and points.</param>
    /// <param name="stationCapacities">Ports and gauge breaks.</param>
    /// <param name="seasons">Season windows.</param>
    /// <param name="sources">Sources.</param>
    public BaseNetwork(
        ImmutableArray<Station> stations,
        ImmutableArray<Railway> railways,
        ImmutableArray<Link> links,
        ImmutableArray<Point> points,
        ImmutableArray<ValueRow> values,
        ImmutableArray<StationCapacity> stationCapacities,
        ImmutableArray<SeasonWindow> seasons,
        ImmutableArray<Source> sources)
    {
        Stations = stations;
        Railways = railways;
        Links = links;
        Points = points;
        Values = values;
        StationCapacities = stationCapacities;
        Sources = sources;
        StationById = stations.ToImmutableDictionary(x => x.Id, StringComparer.Ordinal);
        RailwayById = railways.ToImmutableDictionary(x => x.Id, StringComparer.Ordinal);
        LinkById = links.ToImmutableDictionary(x => x.Id, StringComparer.Ordinal);
        PointById = points.ToImmutableDictionary(x => x.Id, StringComparer.Ordinal);
        SourceById = sources.ToImmutableDictionary(x => x.Id, StringComparer.Ordinal);
        _values = values.GroupBy(x => (x.SubjectId, x.Quantity)).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
        _stationCapacities = stationCapacities.GroupBy(x => (x.StationId, x.Kind)).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
        _linksByStation = links
            .SelectMany(l => new[] { (Station: l.FromId, l.Id), (Station: l.ToId, l.Id) })
            .ToLookup(x => x.Station, x => x.Id, StringComparer.Ordinal);
        _linksByRailway = links.ToLookup(l => l.RailwayId, l => l.Id, StringComparer.Ordinal);
        _stationsByCountry = stations.ToLookup(s => s.Country, StringComparer.Ordinal);
        _pointsByLink = points
            .SelectMany(p => p.LinkIds.Select(l => (Link: l, Point: p)))
            .ToLookup(x => x.Link, x => x.Point, StringComparer.Ordinal);
        _seasons = seasons.GroupBy(x => x.SeasonId, StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>All stations.</summary>
    public ImmutableArray<Station> Stations { get; }

    /// <summary>All railways.</summary>
    public ImmutableArray<Railway> Railways { get; }

    /// <summary>All links.</summary>
    public ImmutableArray<Link> Links { get; }

    /// <summary>All points.</summary>
    public ImmutableArray<Point> Points { get; }

    /// <summary>All figures of links and points.</summary>
    public ImmutableArray<ValueRow> Values { get; }

    /// <summary>All figures of ports and gauge breaks.</summary>
    public ImmutableArray<StationCapacity> StationCapacities { get; }

    /// <summary>All sources.</summary>
    public ImmutableArray<Source> Sources { get; }

    /// <summary>Stations by id.</summary>
    public ImmutableDictionary<string, Station> StationById { get; }

    /// <summary>Railways by id.</summary>
    public ImmutableDictionary<string, Railway> RailwayById { get; }

    /// <summary>Links by id.</summary>
    public ImmutableDictionary<string, Link> LinkById { get; }

    /// <summary>Points by id.</summary>
    public ImmutableDictionary<string, Point> PointById { get; }

    /// <summary>Sources by id.</summary>
    public ImmutableDictionary<string, Source> SourceById { get; }

    /// <summary>The figure of a link or point on a day.</summary>
    /// <param name="subjectId">Link or point id.</param>
    /// <param name="quantity">Which figure.</param>
    /// <param name="date">The day.</param>
    /// <returns>The row, or null if none holds on that day.</returns>
    public ValueRow? ValueOn(string subjectId, Quantity quantity, DateOnly date) =>
        _values.TryGetValue((subjectId, quantity), out var rows) ? rows.FirstOrDefault(r => r.HoldsOn(date)) : null;

    /// <summary>What a port or gauge break handles on a day.</summary>
    /// <param name="stationId">The station.</param>
    /// <param name="kind">What is limited.</param>
    /// <param name="date">The day.</param>
    /// <returns>The row, or null: not limited.</returns>
    public StationCapacity? StationCapacityOn(string stationId, StationCapacityKind kind, DateOnly date) =>
        _stationCapacities.TryGetValue((stationId, kind), out var rows) ? rows.FirstOrDefault(r => r.HoldsOn(date)) : null;

    /// <summary>The window of a season that a day lies in.</summary>
    /// <param name="seasonId">The season, or empty.</param>
    /// <param name="date">The day.</param>
    /// <returns>The window, or null: the same all year.</returns>
    public SeasonWindow? SeasonOn(string seasonId, DateOnly date) =>
        _seasons.TryGetValue(seasonId, out var windows) ? windows.FirstOrDefault(w => w.Contains(date)) : null;

    /// <summary>Links that touch a station.</summary>
    /// <param name="stationId">The station.</param>
    /// <returns>Link ids in file order.</returns>
    public IEnumerable<string> LinksOfStation(string stationId) => _linksByStation[stationId];

    /// <summary>Links of a railway.</summary>
    /// <param name="railwayId">The railway.</param>
    /// <returns>Link ids in file order.</returns>
    public IEnumerable<string> LinksOfRailway(string railwayId) => _linksByRailway[railwayId];

    /// <summary>Stations of a country.</summary>
    /// <param name="country">The country as the data name it.</param>
    /// <returns>Stations in file order.</returns>
    public IEnumerable<Station> StationsOf(string country) => _stationsByCountry[country];

    /// <summary>Points that a link passes.</summary>
    /// <param name="linkId">The link.</param>
    /// <returns>Points in file order.</returns>
    public IEnumerable<Point> PointsOf(string linkId) => _pointsByLink[linkId];

    /// <summary>Name of a link for people: its two stations, and its mode where it is no railway.</summary>
    /// <param name="link">The link.</param>
    /// <returns>For example <c>Port Baikal - Marituy</c>, or <c>Heiho - Lianyin (river)</c>.</returns>
    public string NameOf(Link link)
    {
        var name = $"{StationName(link.FromId)} - {StationName(link.ToId)}";
        return link.Mode == LinkMode.Rail ? name : $"{name} ({link.Mode.ToString().ToLowerInvariant()})";
    }

    /// <summary>Name of a station for people.</summary>
    /// <param name="stationId">The station.</param>
    /// <returns>Its display name, or the id if it is not known.</returns>
    public string StationName(string stationId) => StationById.TryGetValue(stationId, out var station) ? station.DisplayName : stationId;
}
