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
/// <para>
/// Several threads: nodes are taken in the same order and with the same best value as on one thread; other threads look at nodes
/// ahead of their turn (<see cref="NodeTeam"/>). So neither answer nor proof nor work counted depends on the number of threads.
/// </para>
/// <para>Cost: exponential at worst (the problem is strongly NP-hard); depth first, so memory is one net a level. Exact; deterministic.</para>
/// </summary>
internal sealed class BranchAndBound
{
    private readonly PieceTable _table;
    private readonly SearchRestriction _restriction;
    private readonly PlanKeeper _keeper;
    private readonly PlanEvaluator _evaluator;
    private readonly ProofRecorder _proof;
    private readonly SearchWork _work;
    private readonly IProgress<InterdictionProgress>? _progress;
    private readonly Stack<SearchNode> _open = new();
    private readonly AttackNet _root;
    private readonly long _knownBound;
    private long _presentBound;

    public BranchAndBound(
        SearchRestriction restriction,
        PlanKeeper keeper,
        PlanEvaluator evaluator,
        ProofRecorder proof,
        SearchWork work,
        long knownBound,
        IProgress<InterdictionProgress>? progress)
    {
        (_restriction, _keeper, _evaluator, _proof, _work) = (restriction, keeper, evaluator, proof, work);
        (_table, _knownBound, _progress) = (keeper.Table, knownBound, progress);
        _root = AttackNet.Root(_table, restriction, stop: work.Stop);
        (Bound, _presentBound) = (knownBound, knownBound);
        (_keeper.Improved, _keeper.GoodEnough) = (_ => Report(), knownBound);
    }

    /// <summary>Lower bound on what any plan leaves, in flow units; never falls.</summary>
    public long Bound { get; private set; }

    /// <summary>True if the search came to its end: the keeper's plan is best.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Searches to the end or until stopped.</summary>
    /// <param name="threadCount">Threads to work with at most; more than one are started only once the root has split.</param>
    public void Run(int threadCount)
    {
        if (!_work.Stop.IsRaised)
            _keeper.Start(_root);
        if (_work.Stop.IsRaised)
            return;
        _open.Push(new SearchNode { Net = _root, Open = _root.Open, Budget = _restriction.Budget, Bound = _knownBound, ProofNode = _proof.AddNode() });
        IsFinished = threadCount == 1
            ? TakeNodes(Look, largestCount: long.MaxValue)
            : TakeNodes(Look, largestCount: 1) && TakeNodesWithTeam(threadCount);
        if (IsFinished)
        {
            _presentBound = _keeper.Value;
            _open.Clear();
        }

        RaiseBound();
    }

    private bool TakeNodesWithTeam(int threadCount)
    {
        if (_open.Count == 0)
            return true;
        using var team = new NodeTeam(threadCount, _root, _restriction.Budget, _keeper, _evaluator, _work.Stop, _proof.IsWanted);
        return TakeNodes(node => Await(team, node), largestCount: long.MaxValue);
    }

    /// <summary>Takes open nodes one by one; false if stopped.</summary>
    private bool TakeNodes(Func<SearchNode, NodeOutcome> look, long largestCount)
    {
        var count = 0L;
        while (count < largestCount && !_keeper.IsGoodEnough && _open.TryPop(out var node))
        {
            _presentBound = node.Bound;
            if (node.Bound >= _keeper.Value)
                continue;
            count++;
            var outcome = look(node);
            if (outcome.IsStopped)
                return false;
            _proof.AddRounds(node.ProofNode, outcome.Rounds);
            if (outcome.Cases is { } cases)
                Push(node, cases);
            _presentBound = _keeper.Value;
            RaiseBound();
        }

        return true;
    }

    private NodeOutcome Look(SearchNode node) =>
        new NodeLook(_root, _restriction.Budget, node, _keeper, _work, RaiseBoundTo, _proof.IsWanted).Run();

    /// <summary>The outcome of another thread's look, its steps told as if made here.</summary>
    private NodeOutcome Await(NodeTeam team, SearchNode node)
    {
        var outcome = team.Await(node, _open, _keeper.Value);
        _work.Add(outcome.Work);
        foreach (var step in outcome.Steps)
        {
            if (step.Plan is { } plan)
                _keeper.Keep(plan);
            else
                RaiseBoundTo(step.Bound);
        }

        if (outcome.IsStopped && team.BestPlan() is { } best)
            _keeper.Keep(best);
        return outcome;
    }

    private void Push(SearchNode node, NodeCases cases)
    {
        (cases.Attacked.ProofNode, cases.Without.ProofNode) = (_proof.AddNode(), _proof.AddNode());
        _proof.AddCases(node.ProofNode, cases.Attack, cases.Attacked.ProofNode, cases.Without.ProofNode);
        _open.Push(cases.Without);
        _open.Push(cases.Attacked);
    }

    private void RaiseBoundTo(long presentBound)
    {
        _presentBound = presentBound;
        RaiseBound();
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
