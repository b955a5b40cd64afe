using System.Collections.Immutable;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Model.Timelines;

/// <summary>
/// Things that a means of attack can strike, as the data write them: <c>link:x</c>, <c>point:x</c>, <c>station:x</c>, <c>railway:x</c>
/// for one thing, <c>links-of:x</c> for each link of a railway, <c>sea-links-of:x</c> for each sea link of a station, <c>every:word</c> for all of a kind (see <see cref="Words"/>).
/// </summary>
/// <param name="Form">What stands before the colon.</param>
/// <param name="Name">What stands behind it.</param>
public sealed record AttackSelector(string Form, string Name)
{
    private const string Every = "every";
    private const string LinksOf = "links-of";
    private const string SeaLinksOf = "sea-links-of";

    private static readonly ImmutableDictionary<string, LinkMode> LinkWords = new Dictionary<string, LinkMode>(StringComparer.Ordinal)
    {
        ["railway-link"] = LinkMode.Rail,
        ["road-link"] = LinkMode.Road,
        ["river-link"] = LinkMode.River,
        ["sea-link"] = LinkMode.Sea,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Forms = ["link", "point", "station", "railway", LinksOf, SeaLinksOf, Every];

    private static readonly ImmutableArray<string> PointWords = ["tunnel", "bridge", "ferry", "pass", "yard"];

    /// <summary>What can stand behind <c>every:</c>: kinds of link and point, <c>station</c>, <c>port</c>, <c>railway</c>.</summary>
    public static ImmutableArray<string> Words { get; } = [.. LinkWords.Keys.Order(StringComparer.Ordinal), .. PointWords, "station", "port", "railway"];

    /// <summary>True: <see cref="Name"/> is a kind of thing, not an id.</summary>
    public bool IsEvery => Form == Every;

    /// <summary>Kind of the thing whose id <see cref="Name"/> is, if it is one.</summary>
    public TargetKind NamedKind => Form switch
    {
        "link" => TargetKind.Link,
        "point" => TargetKind.Point,
        "railway" or LinksOf => TargetKind.Railway,
        _ => TargetKind.Station,
    };

    /// <summary>Reads a selector; whether an id is there is not looked at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong if the result is null, else empty.</param>
    /// <param name="suggestion">A near match, or empty.</param>
    /// <returns>The selector, or null.</returns>
    public static AttackSelector? Parse(string text, out string problem, out string suggestion)
    {
        ArgumentNullException.ThrowIfNull(text);
        (problem, suggestion) = ("", "");
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (form, name) = colon < 0 ? ("", text) : (text[..colon], text[(colon + 1)..]);
        if (!Forms.Contains(form))
            problem = $"'{text}' should begin with {string.Join(", ", Forms.Select(f => f + ":"))}, but does not.";
        else if (form == Every && !Words.Contains(name))
            (problem, suggestion) = ($"'{name}' is no kind of thing that can be struck; there are {string.Join(", ", Words)}.", Near(form, name, Words));
        return problem.Length == 0 ? new AttackSelector(form, name) : null;
    }

    /// <summary>Says whether what is named is in a network.</summary>
    /// <param name="network">The base.</param>
    /// <param name="suggestion">A near match if it is not, or empty.</param>
    /// <returns>True if it is.</returns>
    public bool IsIn(BaseNetwork network, out string suggestion)
    {
        ArgumentNullException.ThrowIfNull(network);
        IEnumerable<string> known = IsEvery ? Words : NamedKind switch
        {
            TargetKind.Link => network.LinkById.Keys,
            TargetKind.Point => network.PointById.Keys,
            TargetKind.Railway => network.RailwayById.Keys,
            _ => network.StationById.Keys,
        };
        var isThere = known.Contains(Name, StringComparer.Ordinal);
        suggestion = isThere ? "" : Near(Form, Name, known);
        return isThere;
    }

    /// <summary>What the selector stands for.</summary>
    /// <param name="network">The base.</param>
    /// <returns>Links, points, stations and railways in file order.</returns>
    public IEnumerable<Target> Select(BaseNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Form switch
        {
            "link" => [OfLink(network, network.LinkById[Name])],
            "point" => [OfPoint(network.PointById[Name])],
            "station" => [OfStation(network, network.StationById[Name])],
            "railway" => [OfRailway(network, network.RailwayById[Name])],
            LinksOf => network.LinksOfRailway(Name).Select(id => OfLink(network, network.LinkById[id])),
            SeaLinksOf => network.LinksOfStation(Name).Select(id => network.LinkById[id]).Where(l => l.Mode == LinkMode.Sea).Select(l => OfLink(network, l)),
            _ => EveryOne(network),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Form}:{Name}";

    private IEnumerable<Target> EveryOne(BaseNetwork network)
    {
        if (LinkWords.TryGetValue(Name, out var mode))
            return network.Links.Where(l => l.Mode == mode).Select(l => OfLink(network, l));
        return Name switch
        {
            "station" => network.Stations.Select(s => OfStation(network, s)),
            "port" => network.Stations.Where(s => s.Kind == "port").Select(s => OfStation(network, s)),
            "railway" => network.Railways.Select(r => OfRailway(network, r)),
            "yard" => network.Points.Where(p => p.Kind == Name).Select(OfPoint)
                .Concat(network.Stations.Where(s => s.Kind == Name).Select(s => OfStation(network, s))),
            _ => network.Points.Where(p => p.Kind == Name).Select(OfPoint),
        };
    }

    private static string Near(string form, string name, IEnumerable<string> known) =>
        NearestMatch.Find(name, known) is { } near ? $"{form}:{near}" : "";

    private static Target OfLink(BaseNetwork network, Link link) => new(TargetKind.Link, link.Id, network.NameOf(link), [link.Id]);

    private static Target OfPoint(Point point) => new(TargetKind.Point, point.Id, point.Name, point.LinkIds);

    private static Target OfStation(BaseNetwork network, Station station) =>
        new(TargetKind.Station, station.Id, station.DisplayName, [.. network.LinksOfStation(station.Id)]);

    private static Target OfRailway(BaseNetwork network, Railway railway) =>
        new(TargetKind.Railway, railway.Id, railway.Name, [.. network.LinksOfRailway(railway.Id)]);
}
