using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: the plan of a <see cref="SearchRestriction"/> that leaves the least flow.
/// <para>
/// Method and source: branch and bound on attacks, bounded by minimum cuts under prices (J. O. Royset and R. K. Wood, INFORMS
/// Journal on Computing 19, 2007, who enumerate cuts instead). At every node prices are improved, then levels that cannot be part
/// of a better plan are ruled out and nodes that no better cut separates are merged (<see cref="NetContraction"/>), until that
/// shrinks the net no more; then one attack is made or ruled out.
/// </para>
/// <para>Invariants: the bound of an open node holds for every plan in it that beats the best so far; net and flow only shrink on the way down.</para>
/// <para>Cost: exponential at worst (the problem is strongly NP-hard); depth first, so memory is one net a level. Exact; deterministic.</para>
/// </summary>
internal sealed class BranchAndBound
{
    private const int LargestRoundCount = 8;
    private const int RootCutCount = 16;
    private const int NodeCutCount = 5;

    private readonly PieceTable _table;
    private readonly SearchRestriction _restriction;
    private readonly PlanKeeper _keeper;
    private readonly ProofRecorder _proof;
    private readonly SearchWork _work;
    private readonly IProgress<InterdictionProgress>? _progress;
    private readonly Stack<SearchNode> _open = new();
    private readonly AttackNet _root;
    private readonly long _knownBound;
    private long _presentBound;

    public BranchAndBound(
        SearchRestriction restriction, PlanKeeper keeper, ProofRecorder proof, SearchWork work, PieceTable table, long knownBound, IProgress<InterdictionProgress>? progress)
    {
        (_restriction, _keeper, _proof, _work, _table) = (restriction, keeper, proof, work, table);
        (_knownBound, _progress) = (knownBound, progress);
        _root = AttackNet.Root(table, restriction);
        (Bound, _presentBound) = (knownBound, knownBound);
        (_keeper.Improved, _keeper.GoodEnough) = (Report, knownBound);
    }

    /// <summary>Lower bound on what any plan leaves, in flow units; never falls.</summary>
    public long Bound { get; private set; }

    /// <summary>True if the search came to its end: the keeper's plan is best.</summary>
    public bool IsFinished { get; private set; }

    public void Run()
    {
        _keeper.Start(_root);
        _open.Push(new SearchNode { Net = _root, Open = _root.Open, Budget = _restriction.Budget, Bound = _knownBound, ProofNode = _proof.AddNode() });
        while (!_keeper.IsGoodEnough && _open.TryPop(out var node))
        {
            _presentBound = node.Bound;
            if (node.Bound >= _keeper.Value)
                continue;
            _work.SearchNodeCount++;
            if (!Look(node))
            {
                RaiseBound();
                return;
            }

            _presentBound = _keeper.Value;
            RaiseBound();
        }

        (IsFinished, _presentBound) = (true, _keeper.Value);
        _open.Clear();
        RaiseBound();
    }

    /// <summary>Closes the node or pushes its two cases; false if stopped.</summary>
    private bool Look(SearchNode node)
    {
        var inspector = new CutInspector(_keeper, _root, _restriction.Budget, node.Decided.ToArray());
        var (net, parent) = (node.Net, node.ParentCut);
        var flow = parent?.Flow;
        if (node.Contraction is { } merged)
            (net, flow) = Derive(net, merged, node.Open, node.Attack, node.Budget, flow!);
        var bound = node.Bound;
        for (var round = 1; ; round++)
        {
            if (BestCut(net, node.Budget, inspector, parent?.Prices, flow) is not { } cut)
                return false;
            _proof.AddRound(node.ProofNode, net, cut);
            bound = long.Max(bound, CutInspector.RoundUp(_table, cut.Bound));
            _presentBound = bound;
            RaiseBound();
            if (bound >= _keeper.Value)
                return true;
            var contraction = new NetContraction(net, cut, _keeper.Value);
            if (contraction.IsClosed)
                return true;
            if (!IsWorthAnother(net, cut, contraction, round))
            {
                Branch(node, net, cut, contraction, bound);
                return true;
            }

            (net, flow) = Derive(net, contraction, contraction.Open, (-1, -1), node.Budget, cut.Flow);
            parent = cut;
        }
    }

    private PricedCut? BestCut(AttackNet net, long[] budget, CutInspector inspector, Prices? prices, long[]? flow)
    {
        var search = new PriceSearch(net, new CutOracle(net, _work), budget, inspector);
        if (net.TargetIds.Length == 0)
            return search.Try(new Prices(new long[budget.Length]), flow) ? search.Best : null;
        if (prices is not { } before)
            return search.Improve(RootCutCount) ? search.Best : null;
        if (!search.Try(before, flow))
            return null;
        return inspector.Closes(search.Best!.Bound) || search.Improve(NodeCutCount) ? search.Best : null;
    }

    /// <summary>The net with what was merged and decided, and the flow in it: flow stays conserved where nodes are merged.</summary>
    private static (AttackNet Net, long[] Flow) Derive(
        AttackNet net, NetContraction merged, ulong[] open, (int Target, int Level) attack, long[] budget, long[] flow)
    {
        var derived = net.Derive(merged.Labels, merged.NodeCount, open, attack, budget);
        var moved = new long[derived.ArcCount];
        for (var arc = 0; arc < moved.Length; arc++)
            moved[arc] = flow[derived.Origin[arc]];
        return (derived, moved);
    }

    /// <summary>True if the net shrank enough, or lost a level that the cut used, for another round to pay; always if nothing is left to branch on.</summary>
    private static bool IsWorthAnother(AttackNet net, PricedCut cut, NetContraction contraction, int round)
    {
        if (Array.TrueForAll(contraction.Open, levels => levels == 0))
            return true;
        if (round >= LargestRoundCount)
            return false;
        return contraction.NodeCount * 10L <= net.NodeCount * 7L || LosesUsedLevel(net, cut, contraction.Open);
    }

    private static bool LosesUsedLevel(AttackNet net, PricedCut cut, ulong[] open)
    {
        for (var arc = 0; arc < net.ArcCount && cut.HasCut; arc++)
        {
            if (net.TargetOf[arc] < 0 || open[net.TargetOf[arc]] == net.Open[net.TargetOf[arc]] || !CutLine.Crosses(net, arc, cut.NearSource))
                continue;
            var level = CutOracle.Cheapest(net, arc, cut.Prices).Level;
            if (level >= 0 && (open[net.TargetOf[arc]] >> level & 1) == 0)
                return true;
        }

        return false;
    }

    private void Branch(SearchNode node, AttackNet net, PricedCut cut, NetContraction contraction, long bound)
    {
        var chosen = BranchChoice.Find(net, cut, contraction.Open);
        var id = net.TargetIds[chosen.Target];
        var attack = new Attack(id, chosen.Level);
        var without = contraction.Open.AsSpan().ToArray();
        without[chosen.Target] &= ~(1UL << chosen.Level);
        var (attacked, budget) = (_proof.AddNode(), node.Budget.AsSpan().ToArray());
        for (var resource = 0; resource < budget.Length; resource++)
            budget[resource] -= _table.Cost(id, chosen.Level)[resource];
        _open.Push(new SearchNode
        {
            Net = net,
            Contraction = contraction,
            Open = without,
            Budget = node.Budget,
            Decided = node.Decided,
            ParentCut = cut,
            Bound = bound,
            ProofNode = _proof.AddNode(),
        });
        _proof.AddCases(node.ProofNode, attack, attacked, _open.Peek().ProofNode);
        _open.Push(new SearchNode
        {
            Net = net,
            Contraction = contraction,
            Open = contraction.Open,
            Attack = chosen,
            Budget = budget,
            Decided = node.Decided.Push(attack),
            ParentCut = cut,
            Bound = bound,
            ProofNode = attacked,
        });
    }

    private void RaiseBound()
    {
        var bound = long.Min(_presentBound, _keeper.Value);
        foreach (var node in _open)
            bound = long.Min(bound, node.Bound);
        if (bound <= Bound)
            return;
        Bound = bound;
        Report();
    }

    private void Report()
    {
        if (_progress is null)
            return;
        var value = _keeper.Value == _table.Most ? FlowGraph.Unlimited : _keeper.Value;
        var bound = long.Min(Bound, value);
        _progress.Report(new InterdictionProgress(value, bound, InterdictionResult.GapBetween(value, bound), _work.SearchNodeCount, _open.Count));
    }
}
