using RailOps.Analysis.Graph;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;

namespace RailOps.Analysis.Supply;

/// <summary>Finds the cuts that explain an allocation.</summary>
internal sealed class CutFinder
{
    // More than any net can carry; a flow that reaches it is not limited.
    private const long NotLimitedKilogramsPerDay = 10_000_000_000_000;

    // Gains are worked out by solving again; a cut of more places is told without them beyond the largest.
    private const int MostGains = 20;

    private readonly CapacityGraph _graph;
    private readonly SupplyAllocator _allocator;
    private readonly SolveTally _tally;
    private readonly CancellationToken _token;
    private readonly CutReader _reader;
    private readonly Dictionary<EstimateLevel, long[]> _alone = [];
    private readonly Cut?[] _limiting;

    public CutFinder(CapacityGraph graph, SupplyAllocator allocator, SolveTally tally, CancellationToken token)
    {
        _graph = graph;
        _allocator = allocator;
        _tally = tally;
        _token = token;
        _reader = new CutReader(graph);
        _limiting = new Cut?[graph.Needs.Length];
    }

    /// <summary>The cut that limits a front when it alone draws supply, at the best level; null: nothing does.</summary>
    public Cut? LimitOf(int front) => _limiting[front];

    /// <summary>What a front could draw alone (kg/day); -1: not limited.</summary>
    public long AloneKilogramsPerDay(int front, EstimateLevel level) => _alone[level][front];

    /// <summary>What stops more from arriving at the best level; null: every need is met.</summary>
    public Cut? Binding(AllocationResult allocation, IReadOnlyList<int> shortFronts)
    {
        var session = new MaxFlowSession(_graph.FlowGraphOf(EstimateLevel.Best), _graph.Source, _graph.Sink);
        Augment(session);
        _tally.Add(session);
        _allocator.RequireMaximalDelivery(allocation, session.Value);
        if (shortFronts.Count == 0)
            return null;
        var cut = _reader.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: true, shortFronts);
        return cut with
        {
            Elements = [.. cut.Elements.Select((e, i) => i < MostGains ? e with { GainOfOneTrainPair = GainOf(e, allocation) } : e)],
        };
    }

    /// <summary>
    /// What binds when the binding cut no longer does; null: nothing. What was lost to one thing comes back together: relieving one tunnel of a
    /// closed group would only show the next.
    /// </summary>
    public Cut? Next(Cut binding, IReadOnlyList<int> shortFronts)
    {
        var session = new MaxFlowSession(_graph.FlowGraphOf(EstimateLevel.Best), _graph.Source, _graph.Sink);
        var lost = binding.Elements.Select(e => CutReader.LostTo(e.Arc)).Where(x => x.Length > 0).ToHashSet(StringComparer.Ordinal);
        var relieved = binding.Elements.Select(e => e.ArcId).ToHashSet();
        for (var i = 0; i < _graph.Arcs.Length; i++)
        {
            var arc = _graph.Arcs[i];
            if (arc.Kind is GraphArcKind.Link or GraphArcKind.Transshipment or GraphArcKind.Entry
                && (relieved.Contains(i) || lost.Contains(CutReader.LostTo(arc))))
                session.SetCapacity(i, NotLimitedKilogramsPerDay);
        }

        Augment(session);
        _tally.Add(session);
        var cut = _reader.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: true, shortFronts);
        return cut.Elements.All(e => e.Arc.Kind == GraphArcKind.Need) ? null : cut;
    }

    /// <summary>What all fronts together could draw if their needs were unlimited; null: not limited, or nothing.</summary>
    public Cut? Ceiling()
    {
        var session = new MaxFlowSession(_graph.FlowGraphOf(EstimateLevel.Best), _graph.Source, _graph.Sink);
        for (var i = 0; i < _graph.NeedArcs.Length; i++)
            session.SetCapacity(_graph.NeedArcs[i], _graph.Needs[i].PresentCount > 0 ? NotLimitedKilogramsPerDay : 0);
        Augment(session);
        _tally.Add(session);
        return session.IsUnbounded || session.Value >= NotLimitedKilogramsPerDay || session.Value == 0
            ? null
            : _reader.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: false, Enumerable.Range(0, _graph.Needs.Length));
    }

    /// <summary>Lets each front draw supply alone, at each level, and reads its cut at the best one.</summary>
    public void FindLimits()
    {
        foreach (var level in Enum.GetValues<EstimateLevel>())
        {
            _alone[level] = new long[_graph.Needs.Length];
            var session = new MaxFlowSession(_graph.FlowGraphOf(level), _graph.Source, _graph.Sink);
            foreach (var arc in _graph.NeedArcs)
                session.SetCapacity(arc, 0);
            for (var i = 0; i < _graph.Needs.Length; i++)
            {
                session.Reset();
                session.SetCapacity(_graph.NeedArcs[i], NotLimitedKilogramsPerDay);
                Augment(session);
                var isLimited = !session.IsUnbounded && session.Value < NotLimitedKilogramsPerDay;
                _alone[level][i] = isLimited ? session.Value : -1;
                if (level == EstimateLevel.Best && isLimited)
                    _limiting[i] = _reader.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: false, [i]);
                session.Reset();
                session.SetCapacity(_graph.NeedArcs[i], 0);
            }

            _tally.Add(session);
        }
    }

    private Gain? GainOf(CutElement element, AllocationResult before)
    {
        if (element.Arc.Link is not { } link || link.TonnesPerTrainPair.Best == 0m || element.CapacityKilogramsPerDay == 0)
            return null;
        var added = TonnesPerDay.RoundDown(link.TonnesPerTrainPair.Best).KilogramsPerDay;
        var after = _allocator.AllocateWith(new Dictionary<int, long> { [element.ArcId] = element.CapacityKilogramsPerDay + added });
        return new Gain(
            added, after.Delivered.Sum() - before.Delivered.Sum(), after.UnitCounts.Sum() - before.UnitCounts.Sum());
    }

    // Half a flow explains nothing: a caller who leaves gets no answer.
    private void Augment(MaxFlowSession session)
    {
        session.Augment(_token);
        if (!session.IsMaximal)
            _token.ThrowIfCancellationRequested();
    }
}
