using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Fortification;

/// <summary>
/// The defender's tree. At every node an attack that is possible behind the protections taken and leaves no more than the best
/// defence so far: found before, or by a search that stops at the first. There is a case for each protection that prevents it.
/// <para>Invariant: every node looked at has such an attack at the end of its look, or the value became unlimited.</para>
/// </summary>
internal sealed class DefenceSearch
{
    // With fewer cases, looking at them costs less than the search for a bound: mostly they reuse attacks.
    private const int FewestCasesToBound = 3;

    private readonly FortificationProblem _problem;
    private readonly AttackSearch _attacks;
    private readonly AttackPool _pool;
    private readonly DefenceProof _proof;
    private readonly IProgress<FortificationProgress>? _progress;
    private readonly Stack<DefenceNode> _open = new();
    private long _presentBound = FlowGraph.Unlimited;
    private long _searchNodeCount;
    private long _reuseCount;

    public DefenceSearch(
        FortificationProblem problem, AttackSearch attacks, AttackPool pool, DefenceProof proof, IProgress<FortificationProgress>? progress)
    {
        (_problem, _attacks, _pool, _proof, _progress) = (problem, attacks, pool, proof, progress);
        IsTaken = new bool[problem.Protections.Length];
    }

    /// <summary>The best defence so far, one mark per protection.</summary>
    public bool[] IsTaken { get; private set; }

    /// <summary>Flow units that it is proved to keep.</summary>
    public long Value { get; private set; }

    /// <summary>Flow units that no defence exceeds; never rises.</summary>
    public long Bound { get; private set; } = FlowGraph.Unlimited;

    /// <summary>Flow units left by the best attack if nothing is protected; null if not known.</summary>
    public long? ValueUnprotected { get; private set; }

    /// <summary>The best attack found if nothing is protected; null if out of range.</summary>
    public AttackPlan? UnprotectedAttack { get; private set; }

    public FortificationStatistics Statistics => new(_searchNodeCount, _attacks.Count, _reuseCount, _attacks.Work);

    /// <summary>Searches to the end; false if stopped or out of range.</summary>
    public bool Run()
    {
        if (!Start())
            return false;
        while (Value < FlowGraph.Unlimited && _open.TryPop(out var node))
        {
            _presentBound = node.Bound;
            _searchNodeCount++;
            if (_attacks.Stop.Spend(_pool.Count + 1) || !Look(node))
            {
                BoundAfterStop();
                return false;
            }

            _presentBound = Value;
            LowerBound();
        }

        _open.Clear();
        LowerBound();
        return true;
    }

    private bool Start()
    {
        if (_attacks.Find(new bool[_problem.Attack.Targets.Length], goodEnough: 0) is not { } answer)
            return false;
        (UnprotectedAttack, Value) = (answer.Plan, answer.Bound);
        Keep(answer.Plan);
        if (!answer.IsFinished)
        {
            BoundAfterStop();
            return false;
        }

        ValueUnprotected = Value;
        _presentBound = Value;
        _open.Push(new DefenceNode(DefenceState.Root(_problem), FlowGraph.Unlimited, BoundedBy: null, _proof.AddNode()));
        Report();
        return true;
    }

    /// <summary>Settles the node or pushes its cases; false if stopped.</summary>
    private bool Look(DefenceNode node)
    {
        var state = node.State;
        var attack = _pool.FewestPreventing(state.IsGuarded, Value, state.IsAvailable);
        if (attack >= 0)
            _reuseCount++;
        else if (!Attack(state, out attack))
            return false;
        if (Value == FlowGraph.Unlimited)
            return true;
        var cases = _pool.Preventing(attack, state.IsGuarded, Value, state.IsAvailable);
        var (bound, boundedBy) = (node.Bound, node.BoundedBy);
        if (cases.Length >= FewestCasesToBound)
        {
            boundedBy = DefenceState.Guard(_problem, state.IsGuarded, state.IsAvailable);
            if (node.BoundedBy is null || !boundedBy.AsSpan().SequenceEqual(node.BoundedBy))
            {
                if (!AttackAtBest(state, boundedBy, ref attack, ref bound))
                    return false;
                if (Value == FlowGraph.Unlimited)
                    return true;
                cases = _pool.Preventing(attack, state.IsGuarded, Value, state.IsAvailable);
            }
        }

        Branch(node, attack, cases, bound, boundedBy);
        return true;
    }

    /// <summary>Finds an attack behind what is taken that leaves no more than the value, which may rise to make that true; false if stopped.</summary>
    private bool Attack(DefenceState state, out int attack)
    {
        var answer = _attacks.Find(state.IsGuarded, Value)!.Value;
        attack = Keep(answer.Plan);
        if (answer.Bound > Value)
            Improve(state.IsTaken, answer.Bound);
        return answer.IsFinished;
    }

    /// <summary>
    /// Bounds the node by the best attack behind all that is taken or available. If it leaves no more than the value, or all can be
    /// taken (then the value is what it leaves), it takes the place of the attack given, and nothing available prevents it.
    /// </summary>
    private bool AttackAtBest(DefenceState state, bool[] isGuarded, ref int attack, ref long bound)
    {
        var answer = _attacks.Find(isGuarded, Value)!.Value;
        var found = Keep(answer.Plan);
        var canTakeAll = state.CanTakeAll();
        if (canTakeAll && answer.Bound > Value)
            Improve([.. state.IsTaken.Zip(state.IsAvailable, (isTaken, isAvailable) => isTaken || isAvailable)], answer.Bound);
        bound = long.Min(bound, long.Max(answer.Plan.Value, Value));
        _presentBound = bound;
        if (answer.Plan.Value <= Value)
            attack = found;
        LowerBound();
        return answer.IsFinished;
    }

    private void Branch(DefenceNode node, int attack, int[] protections, long bound, bool[]? boundedBy)
    {
        var cases = new FortificationCase[protections.Length];
        for (var index = 0; index < cases.Length; index++)
            cases[index] = new FortificationCase(protections[index], _proof.AddNode());
        _proof.Settle(node.ProofNode, attack, cases);
        for (var index = cases.Length - 1; index >= 0; index--)
        {
            var state = node.State.With(protections[index], protections.AsSpan(0, index));
            _open.Push(new DefenceNode(state, bound, boundedBy, cases[index].Node));
        }
    }

    private int Keep(AttackPlan plan) => plan.Value == FlowGraph.Unlimited ? -1 : _pool.Add(plan);

    private void Improve(bool[] isTaken, long value)
    {
        (IsTaken, Value) = (isTaken, value);
        Report();
    }

    /// <summary>The best attack found behind everything affordable, if nothing better is known, so that there is always a bound.</summary>
    private void BoundAfterStop()
    {
        LowerBound();
        if (Bound < FlowGraph.Unlimited || Value == FlowGraph.Unlimited)
            return;
        var root = DefenceState.Root(_problem);
        var plan = _attacks.Find(DefenceState.Guard(_problem, root.IsGuarded, root.IsAvailable), goodEnough: 0)!.Value.Plan;
        Bound = long.Max(Value, plan.Value);
        Report();
    }

    private void LowerBound()
    {
        var bound = long.Max(_presentBound, Value);
        foreach (var node in _open)
            bound = long.Max(bound, node.Bound);
        if (bound >= Bound)
            return;
        Bound = bound;
        Report();
    }

    private void Report() => _progress?.Report(
        new FortificationProgress(Value, long.Max(Bound, Value), FortificationResult.GapBetween(Value, long.Max(Bound, Value)), _searchNodeCount, _open.Count));
}
