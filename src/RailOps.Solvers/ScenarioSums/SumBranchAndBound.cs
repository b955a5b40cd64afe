using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Problem: the plan that leaves the least weighted sum of flows.
/// <para>
/// Method: branch and bound on attacks, depth first. At every node prices and their split are improved (<see cref="SumAscent"/>), every
/// cut met on the way is turned into a plan (<see cref="SumKnapsack"/>), levels that no better plan uses are ruled out
/// (<see cref="SumFixing"/>); then one attack is made or ruled out.
/// </para>
/// <para>Invariants: the bound of an open node holds for every plan in it that beats the best so far. Exact; deterministic.</para>
/// <para>Cost: exponential at worst (the problem is strongly NP-hard); memory one flow per case and one split per level of the tree.</para>
/// </summary>
internal sealed class SumBranchAndBound
{
    private const int RootWalkCount = 12;
    private const int RootClimbCount = 60;
    private const int NodeWalkCount = 4;
    private const int NodeClimbCount = 10;
    private const int LargestRoundCount = 4;

    private readonly SumTable _table;
    private readonly SumPlanKeeper _keeper;
    private readonly SumProofRecorder _proof;
    private readonly SearchWork _work;
    private readonly IProgress<ScenarioSumProgress>? _progress;
    private readonly SumOracle _oracle;
    private readonly double _mostWithoutAttack;
    private readonly Stack<SumSearchNode> _open = new();
    private long _presentBound;

    public SumBranchAndBound(
        SumTable table, SumPlanKeeper keeper, SumProofRecorder proof, SearchWork work, long valueBefore, IProgress<ScenarioSumProgress>? progress)
    {
        (_table, _keeper, _proof, _work, _progress) = (table, keeper, proof, work, progress);
        _oracle = new SumOracle(table, work);
        _mostWithoutAttack = Math.ScaleB(valueBefore, table.ScaleBits);
        _keeper.Improved = Report;
    }

    /// <summary>Lower bound on what any plan leaves, in weighted flow units; never falls.</summary>
    public long Bound { get; private set; }

    /// <summary>True if the search came to its end: the keeper's plan is best.</summary>
    public bool IsFinished { get; private set; }

    public void Run()
    {
        _open.Push(new SumSearchNode(SumRegion.Root(_table), Prices: null, Bound: 0, _proof.AddNode()));
        while (_keeper.Value > 0 && _open.TryPop(out var node))
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

    /// <summary>Closes the node or pushes its two branches; false if stopped.</summary>
    private bool Look(SumSearchNode node)
    {
        var (region, prices, bound) = (node.Region, node.Prices, node.Bound);
        for (var round = 1; ; round++)
        {
            var ascent = new SumAscent(_table, _oracle, region, one => TakePlans(one, region), () => _keeper.Needed);
            if (!Improve(ascent, region, prices))
                return false;
            var best = ascent.Best!;
            (prices, bound) = (best.Prices, best.IsUnlimited ? _table.NoPlan : long.Max(bound, best.RoundedUp(_table)));
            _presentBound = long.Min(bound, _keeper.Value);
            RaiseBound();
            if (ascent.IsClosed)
            {
                _proof.AddRound(node.ProofNode, best);
                return true;
            }

            var open = SumFixing.OpenLevels(_table, best, _keeper.Needed - best.Bound);
            var next = region.WithOpen(open);
            if (!next.Open.SequenceEqual(region.Open))
                _proof.AddRound(node.ProofNode, best);
            var isWorthAnother = LosesUsedLevel(best, next) && round < LargestRoundCount;
            region = next;
            if (isWorthAnother || region.IsSingle)
                continue;
            Branch(node, region, best, bound);
            return true;
        }
    }

    private bool Improve(SumAscent ascent, SumRegion region, SumPrices? prices)
    {
        if (region.IsSingle)
            return ascent.TryFree();
        if (prices is null)
        {
            var even = region.Budget.Select(budget => budget == 0 ? 0 : 1.0 / budget).ToArray();
            return ascent.Walk(even, _mostWithoutAttack, RootWalkCount) && (ascent.IsClosed || ascent.Climb(RootClimbCount));
        }

        if (_keeper.Value == _table.NoPlan && (!ascent.TryFree() || ascent.IsClosed))
            return ascent.IsClosed;
        var along = prices.PerResource.Select(price => (double)price).ToArray();
        if (!ascent.Start(prices) || ascent.IsClosed)
            return ascent.IsClosed;
        return ascent.Walk(along, _mostWithoutAttack, NodeWalkCount) && (ascent.IsClosed || ascent.Climb(NodeClimbCount));
    }

    private bool TakePlans(SumBound bound, SumRegion region)
    {
        _presentBound = long.Max(_presentBound, long.Min(bound.RoundedUp(_table), _keeper.Value));
        RaiseBound();
        foreach (var nearSource in new[] { true, false })
        {
            if (!_keeper.Consider(SumKnapsack.Best(_table, region, bound.Flows, nearSource), region))
                return false;
        }

        return true;
    }

    private bool LosesUsedLevel(SumBound bound, SumRegion next)
    {
        for (var target = 0; target < _table.TargetCount; target++)
        {
            var lost = bound.Region.Open[target] & ~next.Open[target];
            for (var level = 0; lost != 0; level++, lost >>= 1)
            {
                if ((lost & 1) == 1 && bound.Taken[_table.LevelIndex(target, level)] > 0)
                    return true;
            }
        }

        return false;
    }

    private void Branch(SumSearchNode node, SumRegion region, SumBound best, long bound)
    {
        var attack = SumBranchChoice.Find(_table, region, best);
        var (attacked, without) = (_proof.AddNode(), _proof.AddNode());
        _proof.AddBranches(node.ProofNode, attack, attacked, without);
        _open.Push(new SumSearchNode(region.Without(attack), best.Prices, bound, without));
        _open.Push(new SumSearchNode(region.With(attack), best.Prices, bound, attacked));
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
        var value = _keeper.PublicValue;
        var bound = IsFinished ? value : long.Min(Bound, value);
        _progress.Report(new ScenarioSumProgress(value, bound, InterdictionResult.GapBetween(value, bound), _work.SearchNodeCount, _open.Count));
    }
}
