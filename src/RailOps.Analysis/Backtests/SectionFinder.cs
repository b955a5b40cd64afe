using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Backtests;

/// <summary>
/// The shortest way between two stations over links that exist on the day. Source: Dijkstra 1959. Ties: the way found first, links in the
/// order of the data. O(m log m) for m links.
/// </summary>
internal static class SectionFinder
{
    /// <summary>Finds the way.</summary>
    /// <param name="situation">Says which links exist.</param>
    /// <param name="fromId">First station.</param>
    /// <param name="toId">Last station.</param>
    /// <param name="isUsable">Which links may be used.</param>
    /// <returns>The links in the order of travel.</returns>
    /// <exception cref="NoAnswerException">There is no way.</exception>
    public static ImmutableArray<Link> Find(Situation situation, string fromId, string toId, Predicate<Link> isUsable)
    {
        var way = TryFind(situation, fromId, toId, isUsable);
        return !way.IsEmpty
            ? way
            : throw new NoAnswerException(
                $"Nothing joins {situation.Data.Base.StationName(fromId)} and {situation.Data.Base.StationName(toId)} on {situation.Date:yyyy-MM-dd}.");
    }

    /// <summary>The same; empty if there is no way.</summary>
    public static ImmutableArray<Link> TryFind(Situation situation, string fromId, string toId, Predicate<Link> isUsable)
    {
        var byStation = situation.Data.Base.Links
            .Where(l => isUsable(l) && situation.WhyAbsent(l).Length == 0)
            .SelectMany(l => new[] { (Station: l.FromId, Link: l), (Station: l.ToId, Link: l) })
            .ToLookup(x => x.Station, x => x.Link, StringComparer.Ordinal);
        var reachedBy = new Dictionary<string, Link?>(StringComparer.Ordinal);
        var queue = new PriorityQueue<(string Station, Link? By), (decimal Km, int Order)>();
        queue.Enqueue((fromId, null), (0m, 0));
        for (var order = 1; queue.TryDequeue(out var next, out var at);)
        {
            if (!reachedBy.TryAdd(next.Station, next.By))
                continue;
            if (next.Station == toId)
                return Trace(reachedBy, toId);
            foreach (var link in byStation[next.Station])
                queue.Enqueue((Other(link, next.Station), link), (at.Km + link.LengthKm, order++));
        }

        return [];
    }

    private static ImmutableArray<Link> Trace(Dictionary<string, Link?> reachedBy, string toId)
    {
        var path = ImmutableArray.CreateBuilder<Link>();
        for (var station = toId; reachedBy[station] is { } link; station = Other(link, station))
            path.Add(link);
        path.Reverse();
        return path.ToImmutable();
    }

    private static string Other(Link link, string station) => link.FromId == station ? link.ToId : link.FromId;
}
