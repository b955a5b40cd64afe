using System.Collections.Immutable;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using RailOps.Model.Timelines;

namespace RailOps.Model.Scenarios;

/// <summary>Finds what a target names. Thread-safe.</summary>
public sealed class TargetResolver
{
    private readonly BaseNetwork _network;
    private readonly Timeline _timeline;

    /// <summary>Takes network and timeline.</summary>
    /// <param name="network">The base.</param>
    /// <param name="timeline">The timeline whose sides can be named.</param>
    public TargetResolver(BaseNetwork network, Timeline timeline)
    {
        _network = network;
        _timeline = timeline;
    }

    /// <summary>Finds a target.</summary>
    /// <param name="text">Id, with or without a kind before it.</param>
    /// <param name="problem">What was wrong, if the result is null; its change index is -1 and its field <c>target</c>.</param>
    /// <returns>The target, or null.</returns>
    public Target? Resolve(string text, out ScenarioProblem? problem)
    {
        problem = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Enum.TryParse<TargetKind>(text[..colon], ignoreCase: true, out var kind) && Enum.IsDefined(kind))
            return Find(kind, text[(colon + 1)..]) ?? Unknown(text, text[(colon + 1)..], IdsOf(kind), kind, out problem);
        var found = Enum.GetValues<TargetKind>().Select(k => Find(k, text)).OfType<Target>().ToList();
        if (found.Count == 1)
            return found[0];
        if (found.Count == 0)
            return Unknown(text, text, Enum.GetValues<TargetKind>().SelectMany(IdsOf), null, out problem);
        var choices = string.Join(" or ", found.Select(f => $"'{Prefix(f.Kind)}:{f.Id}'"));
        problem = new ScenarioProblem("TARGET_AMBIGUOUS", -1, "target", text, $"Target '{text}' names more than one thing. Write {choices}.", "");
        return null;
    }

    private static string Prefix(TargetKind kind) => kind.ToString().ToLowerInvariant();

    private static Target? Unknown(string text, string id, IEnumerable<string> candidates, TargetKind? kind, out ScenarioProblem? problem)
    {
        var near = NearestMatch.Find(id, candidates) ?? "";
        var what = kind is { } k ? $"There is no {Prefix(k)} '{id}'" : $"There is no link, station, point, railway or side '{text}'";
        var hint = near.Length > 0 ? $" Did you mean '{near}'?" : "";
        problem = new ScenarioProblem("TARGET_UNKNOWN", -1, "target", text, $"{what}.{hint}", near);
        return null;
    }

    private IEnumerable<string> IdsOf(TargetKind kind) => kind switch
    {
        TargetKind.Link => _network.Links.Select(x => x.Id),
        TargetKind.Station => _network.Stations.Select(x => x.Id),
        TargetKind.Point => _network.Points.Select(x => x.Id),
        TargetKind.Railway => _network.Railways.Select(x => x.Id),
        _ => _timeline.Sides.Select(x => x.Id),
    };

    private Target? Find(TargetKind kind, string id) => kind switch
    {
        TargetKind.Link when _network.LinkById.TryGetValue(id, out var link) => new Target(kind, id, LinkName(link), [link.Id]),
        TargetKind.Station when _network.StationById.TryGetValue(id, out var station) =>
            new Target(kind, id, station.DisplayName, [.. _network.LinksOfStation(id)]),
        TargetKind.Point when _network.PointById.TryGetValue(id, out var point) => new Target(kind, id, point.Name, point.LinkIds),
        TargetKind.Railway when _network.RailwayById.TryGetValue(id, out var railway) =>
            new Target(kind, id, railway.Name, [.. _network.LinksOfRailway(id)]),
        TargetKind.Side when _timeline.Sides.FirstOrDefault(s => s.Id == id) is { } side =>
            new Target(kind, id, side.Title, ImmutableArray<string>.Empty),
        _ => null,
    };

    private string LinkName(Link link) => _network.NameOf(link);
}
