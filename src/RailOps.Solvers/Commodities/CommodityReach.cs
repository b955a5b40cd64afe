namespace RailOps.Solvers.Commodities;

/// <summary>
/// Where each commodity can come and is of use: on an arc that a source of it reaches and from which a demander of it (for the burnt one: an arc
/// that burns) is reached. The rest needs no variables. O(commodities x arcs).
/// </summary>
internal sealed class CommodityReach
{
    private readonly bool[][] _isOpen;

    public CommodityReach(CommodityProblem problem)
    {
        var arcs = problem.Arcs;
        var (outOf, into) = (Lists(problem.NodeCount), Lists(problem.NodeCount));
        for (var arc = 0; arc < arcs.Length; arc++)
        {
            if (arcs[arc].TotalCapacity == 0)
                continue;
            outOf[arcs[arc].Tail].Add(arc);
            into[arcs[arc].Head].Add(arc);
        }

        _isOpen = new bool[problem.CommodityCount][];
        for (var commodity = 0; commodity < problem.CommodityCount; commodity++)
        {
            var given = Spread(problem.NodeCount, SourcesOf(problem, commodity), outOf, arc => arcs[arc].Head);
            var wanted = Spread(problem.NodeCount, UsersOf(problem, commodity), into, arc => arcs[arc].Tail);
            var room = commodity == problem.BurntCommodity ? (Func<CommodityArc, long>)(arc => arc.TotalCapacity) : arc => arc.Capacity;
            _isOpen[commodity] = [.. arcs.Select(arc => room(arc) > 0 && given[arc.Tail] && wanted[arc.Head])];
        }
    }

    /// <summary>Whether a commodity may use an arc.</summary>
    public bool IsOpen(int commodity, int arc) => _isOpen[commodity][arc];

    private static List<int>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<int>())];

    private static IEnumerable<int> SourcesOf(CommodityProblem problem, int commodity) =>
        problem.Sources.Where(source => source.Commodities.Contains(commodity)).Select(source => source.Node);

    private static IEnumerable<int> UsersOf(CommodityProblem problem, int commodity) => commodity == problem.BurntCommodity
        ? problem.Arcs.Where(arc => arc.BurntParts > 0 && arc.TotalCapacity > 0).SelectMany(arc => new[] { arc.Tail, arc.Head })
        : problem.Demands.Where(demand => demand.UnitDemands[commodity] > 0 && demand.UnitCount > 0).Select(demand => demand.Node);

    private static bool[] Spread(int nodeCount, IEnumerable<int> start, List<int>[] arcsOf, Func<int, int> next)
    {
        var reached = new bool[nodeCount];
        var queue = new Queue<int>();
        foreach (var node in start)
            Visit(node);
        while (queue.TryDequeue(out var node))
        {
            foreach (var arc in arcsOf[node])
                Visit(next(arc));
        }

        return reached;

        void Visit(int node)
        {
            if (reached[node])
                return;
            reached[node] = true;
            queue.Enqueue(node);
        }
    }
}
