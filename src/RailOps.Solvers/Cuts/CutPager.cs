using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Cuts;

/// <summary>
/// Hands out cuts a page at a time; nothing is searched for before it is asked for. There can be exponentially many, so ask for
/// as many as somebody will read. The order is fixed; the first is a minimum cut nearest the sources. Not thread safe.
/// </summary>
public sealed class CutPager : IDisposable
{
    private readonly IEnumerator<NodeCut?> _search;
    private NodeCut? _next;
    private bool _isOver;

    private CutPager(IEnumerable<NodeCut?> search, long minimum)
    {
        _search = search.GetEnumerator();
        Minimum = minimum;
    }

    /// <summary>Capacity of a minimum cut in flow units.</summary>
    public long Minimum { get; }

    /// <summary>
    /// All minimum cuts, by the closures of the residual network (J.-C. Picard and M. Queyranne 1980, see
    /// <see cref="MinimumCutSearch"/>). Each cut takes polynomial time: O(n m) at the worst.
    /// </summary>
    /// <param name="session">A session with a largest flow; it is copied, so it may go on changing.</param>
    /// <exception cref="InvalidOperationException">The flow is not maximal or has no limit.</exception>
    public static CutPager MinimumCuts(MaxFlowSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _ = session.MinimalSourceCut();
        var copy = session.Clone();
        return new CutPager(new MinimumCutSearch(copy).Run(), copy.Value);
    }

    /// <summary>
    /// All minimal cuts (no part of which is superfluous) of at most the minimum and a tolerance, by branch and bound, see
    /// <see cref="NearMinimumCutSearch"/>. Exponential time in the worst case, also between two cuts.
    /// </summary>
    /// <param name="graph">The graph; it is not changed.</param>
    /// <param name="sources">One node or more.</param>
    /// <param name="sinks">One node or more, none of them a source (<see cref="ArgumentException"/>).</param>
    /// <param name="tolerance">Flow units above the minimum, 0 or more.</param>
    /// <exception cref="InvalidOperationException">A path of unlimited capacity joins a source and a sink.</exception>
    /// <exception cref="OverflowException">The finite capacities sum to more than <see cref="FlowGraph.LargestTotal"/>.</exception>
    public static CutPager NearMinimumCuts(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, long tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var session = new MaxFlowSession(graph, sources, sinks);
        session.Augment(CancellationToken.None);
        var minimum = session.MinimalSourceCut().Capacity;
        var limit = tolerance > FlowGraph.LargestTotal - minimum ? FlowGraph.LargestTotal : minimum + tolerance;
        return new CutPager(new NearMinimumCutSearch(new ResidualTopology(graph, sources, sinks), new ResidualNetwork(graph, sources, sinks).Capacities(), limit).Run(), minimum);
    }

    /// <summary>The next cuts.</summary>
    /// <param name="size">How many at most, 1 or more.</param>
    /// <param name="token">Looked at at every step of the search; cancelling gives what was found so far.</param>
    public CutPage NextPage(int size, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var cuts = ImmutableArray.CreateBuilder<NodeCut>();
        var found = LookAhead(token);
        for (; found && _next is not null && cuts.Count < size; found = LookAhead(token))
        {
            cuts.Add(_next);
            _next = null;
        }

        return new CutPage(cuts.ToImmutable(), found && _next is null, found ? Termination.Optimal : Termination.Stopped);
    }

    /// <summary>Ends the search.</summary>
    public void Dispose() => _search.Dispose();

    /// <summary>Searches until the next cut or the end is known; false if stopped before.</summary>
    private bool LookAhead(CancellationToken token)
    {
        while (_next is null && !_isOver)
        {
            if (token.IsCancellationRequested)
                return false;
            _isOver = !_search.MoveNext();
            _next = _isOver ? null : _search.Current;
        }

        return true;
    }
}
