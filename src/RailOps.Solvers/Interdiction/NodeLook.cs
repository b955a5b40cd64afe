using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// One look at one node of the search: bounds it, rules out, merges, and splits it in two. What comes out depends only on the node
/// and on the value of the best plan at the beginning. For one thread.
/// </summary>
internal sealed class NodeLook
{
    private const int LargestRoundCount = 8;
    private const int RootCutCount = 16;
    private const int NodeCutCount = 5;

    private readonly AttackNet _root;
    private readonly PieceTable _table;
    private readonly SearchNode _node;
    private readonly PlanKeeper _keeper;
    private readonly SearchWork _work;
    private readonly CutInspector _inspector;
    private readonly Action<long> _bounded;
    private readonly bool _isProofWanted;
    private readonly List<(InterdictionProofRound Round, Int128 Bound)> _rounds = [];
    private readonly SolveStatistics _before;

    /// <summary>Prepares a look.</summary>
    /// <param name="root">Net of the root of the search.</param>
    /// <param name="rootBudget">Budgets at the root.</param>
    /// <param name="node">The node.</param>
    /// <param name="keeper">The best plan; told of better ones.</param>
    /// <param name="work">Counts the work.</param>
    /// <param name="bounded">Told of every bound of the node, in flow units.</param>
    /// <param name="isProofWanted">True to write the rounds down.</param>
    public NodeLook(
        AttackNet root, long[] rootBudget, SearchNode node, PlanKeeper keeper, SearchWork work, Action<long> bounded, bool isProofWanted)
    {
        (_root, _table, _node, _keeper, _work) = (root, root.Table, node, keeper, work);
        (_bounded, _isProofWanted, _before) = (bounded, isProofWanted, work.Statistics);
        _inspector = new CutInspector(keeper, root, rootBudget, node.Decided.ToArray(), work.Stop);
    }

    /// <summary>Closes the node or finds its two cases.</summary>
    public NodeOutcome Run()
    {
        _work.SearchNodeCount++;
        var isFinished = TryClose(out var cases);
        return new NodeOutcome(!isFinished, [], _rounds, cases, _work.Since(_before));
    }

    /// <summary>False if stopped.</summary>
    private bool TryClose(out NodeCases? cases)
    {
        cases = null;
        var (net, parent) = (_node.Net, _node.ParentCut);
        var flow = parent?.Flow;
        if (_node.Contraction is { } merged)
            (net, flow) = Derive(net, merged, _node.Open, _node.Attack, flow!);
        var bound = _node.Bound;
        for (var round = 1; !_work.Stop.IsRaised; round++)
        {
            if (BestCut(net, parent?.Prices, flow) is not { } cut)
                return false;
            if (_isProofWanted)
                _rounds.Add((ProofRecorder.Round(net, cut), cut.Bound));
            bound = long.Max(bound, CutInspector.RoundUp(_table, cut.Bound));
            _bounded(bound);
            if (bound >= _keeper.Value)
                return true;
            var contraction = new NetContraction(net, cut, _keeper.Value, _work.Stop);
            if (_work.Stop.IsRaised)
                return false;
            if (contraction.IsClosed)
                return true;
            if (!IsWorthAnother(net, cut, contraction, round))
            {
                cases = Branch(net, cut, contraction, bound);
                return cases is not null;
            }

            (net, flow) = Derive(net, contraction, contraction.Open, (-1, -1), cut.Flow);
            parent = cut;
        }

        return false;
    }

    private PricedCut? BestCut(AttackNet net, Prices? prices, long[]? flow)
    {
        var search = new PriceSearch(net, new CutOracle(net, _work), _node.Budget, _inspector);
        if (net.TargetIds.Length == 0)
            return search.Try(new Prices(new long[_node.Budget.Length]), flow) ? search.Best : null;
        if (prices is not { } before)
            return search.Improve(RootCutCount) ? search.Best : null;
        if (!search.Try(before, flow))
            return null;
        return _inspector.Closes(search.Best!.Bound) || search.Improve(NodeCutCount) ? search.Best : null;
    }

    /// <summary>The net with what was merged and decided, and the flow in it: flow stays conserved where nodes are merged.</summary>
    private (AttackNet Net, long[] Flow) Derive(AttackNet net, NetContraction merged, ulong[] open, (int Target, int Level) attack, long[] flow)
    {
        var derived = net.Derive(merged.Labels, merged.NodeCount, open, attack, _node.Budget, _work.Stop);
        var moved = new long[derived.ArcCount];
        for (var arc = 0; arc < moved.Length && !_work.Stop.Spend(1); arc++)
            moved[arc] = flow[derived.Origin[arc]];
        return (derived, moved);
    }

    /// <summary>True if the net shrank enough, or lost a level that the cut used, for another round to pay; always if nothing is left to branch on.</summary>
    private bool IsWorthAnother(AttackNet net, PricedCut cut, NetContraction contraction, int round)
    {
        if (Array.TrueForAll(contraction.Open, levels => levels == 0))
            return true;
        if (round >= LargestRoundCount)
            return false;
        return contraction.NodeCount * 10L <= net.NodeCount * 7L || LosesUsedLevel(net, cut, contraction.Open);
    }

    private bool LosesUsedLevel(AttackNet net, PricedCut cut, ulong[] open)
    {
        for (var arc = 0; arc < net.ArcCount && cut.HasCut && !_work.Stop.Spend(1); arc++)
        {
            if (net.TargetOf[arc] < 0 || open[net.TargetOf[arc]] == net.Open[net.TargetOf[arc]] || !CutLine.Crosses(net, arc, cut.NearSource))
                continue;
            var level = CutOracle.Cheapest(net, arc, cut.Prices).Level;
            if (level >= 0 && (open[net.TargetOf[arc]] >> level & 1) == 0)
                return true;
        }

        return false;
    }

    private NodeCases? Branch(AttackNet net, PricedCut cut, NetContraction contraction, long bound)
    {
        var chosen = BranchChoice.Find(net, cut, contraction.Open, _work.Stop);
        if (_work.Stop.IsRaised)
            return null;
        var id = net.TargetIds[chosen.Target];
        var attack = new Attack(id, chosen.Level);
        var without = contraction.Open.AsSpan().ToArray();
        without[chosen.Target] &= ~(1UL << chosen.Level);
        var budget = _node.Budget.AsSpan().ToArray();
        for (var resource = 0; resource < budget.Length; resource++)
            budget[resource] -= _table.Cost(id, chosen.Level)[resource];
        var attacked = new SearchNode
        {
            Net = net,
            Contraction = contraction,
            Open = contraction.Open,
            Attack = chosen,
            Budget = budget,
            Decided = _node.Decided.Push(attack),
            ParentCut = cut,
            Bound = bound,
        };
        return new NodeCases(attack, attacked, new SearchNode
        {
            Net = net,
            Contraction = contraction,
            Open = without,
            Budget = _node.Budget,
            Decided = _node.Decided,
            ParentCut = cut,
            Bound = bound,
        });
    }
}
