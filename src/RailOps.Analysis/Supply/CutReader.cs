using System.Collections.Immutable;
using RailOps.Analysis.Graph;

namespace RailOps.Analysis.Supply;

/// <summary>
/// Turns the source side of a minimum cut into places with names. Arcs of capacity 0 cross the cut too; they are told only where
/// something was lost there (damage, a captured station, the season) and getting it back could reach a front: not every line that was
/// never built.
/// </summary>
internal sealed class CutReader
{
    private readonly CapacityGraph _graph;
    private readonly ILookup<int, int> _arcsInto;

    public CutReader(CapacityGraph graph)
    {
        _graph = graph;
        _arcsInto = Enumerable.Range(0, graph.Arcs.Length)
            .SelectMany(Ends)
            .ToLookup(x => x.Head, x => x.Arc);
    }

    /// <summary>Reads a cut at the best level.</summary>
    /// <param name="sourceSide">True for nodes on the source side.</param>
    /// <param name="isUnique">Whether it is the only minimum cut.</param>
    /// <param name="needsCount">False: the needs are not limits of this question, so they are left out.</param>
    /// <param name="fronts">Fronts (indices) that the question is about: what was lost is told if it could feed one of them.</param>
    public Cut Read(bool[] sourceSide, bool isUnique, bool needsCount, IEnumerable<int> fronts)
    {
        var wanted = fronts.Where(i => _graph.Needs[i].PresentCount > 0).Select(i => _graph.FrontNodes[i]).ToList();
        var useful = new Dictionary<string, bool[]>(StringComparer.Ordinal);
        var elements = new List<CutElement>();
        for (var arc = 0; arc < _graph.Arcs.Length; arc++)
        {
            if (Crossing(arc, sourceSide) is { } forward && IsTold(arc, forward, needsCount, UsefulIfBack))
                elements.Add(new CutElement(_graph.Arcs[arc], arc, forward, _graph.Arcs[arc].Capacity.Best, null));
        }

        var ordered = elements
            .OrderByDescending(e => e.CapacityKilogramsPerDay)
            .ThenBy(e => e.ArcId)
            .ToImmutableArray();
        var sum = ordered.Sum(e => e.CapacityKilogramsPerDay);
        return new Cut(sum, ordered, isUnique, CutWording.Sentence(ordered));

        bool[] UsefulIfBack(string lostTo)
        {
            if (!useful.TryGetValue(lostTo, out var nodes))
                useful[lostTo] = nodes = UsefulNodes(sourceSide, wanted, lostTo);
            return nodes;
        }
    }

    /// <summary>What an arc was lost to, or empty: arcs lost to the same thing come back together.</summary>
    public static string LostTo(GraphArc arc) => arc.Kind switch
    {
        GraphArcKind.Link => arc.Link!.LostTo,
        GraphArcKind.Entry when arc.ClosedReason.Length > 0 => $"station:{arc.SubjectId}",
        _ => "",
    };

    private IEnumerable<(int Head, int Arc)> Ends(int arc)
    {
        yield return (_graph.Arcs[arc].Head, arc);
        if (_graph.Arcs[arc].IsBothWays)
            yield return (_graph.Arcs[arc].Tail, arc);
    }

    private bool? Crossing(int arc, bool[] sourceSide)
    {
        var (tail, head) = (sourceSide[_graph.Arcs[arc].Tail], sourceSide[_graph.Arcs[arc].Head]);
        if (tail == head)
            return null;
        return tail ? true : _graph.Arcs[arc].IsBothWays ? false : null;
    }

    private bool IsTold(int arc, bool forward, bool needsCount, Func<string, bool[]> usefulIfBack)
    {
        var it = _graph.Arcs[arc];
        if (it.Kind == GraphArcKind.Need)
            return needsCount && it.Capacity.Best > 0;
        if (it.Capacity.Best > 0)
            return true;
        return LostTo(it) is { Length: > 0 } lostTo && usefulIfBack(lostTo)[forward ? it.Head : it.Tail];
    }

    // Nodes beyond the cut from which a front could be fed if all that was lost to this one thing were back.
    private bool[] UsefulNodes(bool[] sourceSide, List<int> fronts, string lostTo)
    {
        var useful = new bool[_graph.NodeNames.Length];
        var queue = new Queue<int>();
        foreach (var front in fronts.Where(f => !sourceSide[f]))
            Visit(front);
        while (queue.TryDequeue(out var node))
        {
            foreach (var arc in _arcsInto[node])
            {
                var it = _graph.Arcs[arc];
                var other = it.Head == node ? it.Tail : it.Head;
                if (!sourceSide[other] && (it.Capacity.Best > 0 || LostTo(it) == lostTo))
                    Visit(other);
            }
        }

        return useful;

        void Visit(int node)
        {
            if (useful[node])
                return;
            useful[node] = true;
            queue.Enqueue(node);
        }
    }
}
