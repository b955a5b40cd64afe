using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Interdiction;

/// <summary>Finds what can be guarded. Groups and whole railways are too much for a battalion.</summary>
internal static class GuardFinder
{
    /// <summary>The guards that make sense, in the order of the targets.</summary>
    public static ImmutableArray<Guard> Find(BaseNetwork network, ImmutableArray<RailTarget> targets)
    {
        var guards = new Dictionary<(TargetKind, string), List<int>>();
        var order = new List<(TargetKind Kind, string Id)>();
        for (var i = 0; i < targets.Length; i++)
        {
            if (PlaceOf(network, targets[i]) is not { } place)
                continue;
            if (!guards.TryGetValue(place, out var guarded))
            {
                guards[place] = guarded = [];
                order.Add(place);
            }

            guarded.Add(i);
        }

        return [.. order.Select(place => new Guard(place.Kind, place.Id, NameOf(network, place), [.. guards[place]]))];
    }

    private static (TargetKind Kind, string Id)? PlaceOf(BaseNetwork network, RailTarget target) => target.Kind switch
    {
        TargetKind.Link or TargetKind.Station => (target.Kind.Value, target.Id),
        TargetKind.Point when network.PointById[target.Id].LinkIds is [var link] => (TargetKind.Link, link),
        TargetKind.Point => (TargetKind.Point, target.Id),
        _ => null,
    };

    private static string NameOf(BaseNetwork network, (TargetKind Kind, string Id) place) => place.Kind switch
    {
        TargetKind.Link => network.NameOf(network.LinkById[place.Id]),
        TargetKind.Point => network.PointById[place.Id].Name,
        _ => network.StationName(place.Id),
    };
}
