using System.Runtime.ExceptionServices;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Threads that look at nodes of a search ahead of their turn.
/// <para>
/// Method: a look depends only on the node and on the value of the best plan at its beginning. The search takes its nodes one by one
/// in depth-first order, as on one thread; the threads take the first nodes in that order that nobody looks at, guessing that the best
/// plan then is the best found in the nodes before. A look whose guess turns out wrong is thrown away and made anew. So the search
/// sees what it would have seen alone, and only sooner; no clock and no order of threads can change it.
/// </para>
/// <para>Cost: memory for <see cref="LargestAheadCount"/> looks a thread. The work of looks thrown away is not counted.</para>
/// </summary>
internal sealed class NodeTeam : IDisposable
{
    private const int LargestAheadCount = 16;

    private readonly object _lock = new();
    private readonly AttackNet _root;
    private readonly long[] _rootBudget;
    private readonly PlanKeeper _keeper;
    private readonly PlanEvaluator _evaluator;
    private readonly StopSignal _stop;
    private readonly bool _isProofWanted;
    private readonly CancellationTokenSource _end;
    private readonly Thread[] _threads;
    private readonly Stack<SearchNode> _walk = new();
    private SearchNode[] _order = [];
    private long _value;
    private bool _isOver;
    private StopSignal? _raised;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Starts the threads; they wait for <see cref="Await"/>.</summary>
    public NodeTeam(
        int threadCount, AttackNet root, long[] rootBudget, PlanKeeper keeper, PlanEvaluator evaluator, StopSignal stop, bool isProofWanted)
    {
        (_root, _rootBudget, _keeper, _evaluator, _stop, _isProofWanted) = (root, rootBudget, keeper, evaluator, stop, isProofWanted);
        _end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        _threads = [.. Enumerable.Range(0, threadCount).Select(number => new Thread(Work) { IsBackground = true, Name = $"interdiction {number}" })];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>What looking at a node gives when the best plan leaves <paramref name="value"/>; waits for it.</summary>
    /// <param name="node">The node whose turn it is.</param>
    /// <param name="open">The nodes whose turn comes later, the next one first.</param>
    /// <param name="value">Flow units left by the best plan.</param>
    public NodeOutcome Await(SearchNode node, IEnumerable<SearchNode> open, long value)
    {
        lock (_lock)
        {
            (_order, _value) = ([node, .. open], value);
            Monitor.PulseAll(_lock);
            while (true)
            {
                _fault?.Throw();
                if (node.Attempt is { Outcome: { } outcome } attempt && attempt.StartValue == value)
                {
                    if (outcome.IsStopped)
                        _stop.Follow(_raised!);
                    return outcome;
                }

                Monitor.Wait(_lock);
            }
        }
    }

    /// <summary>The best plan of any look, for a search that is stopped; null if there is none.</summary>
    public Incumbent? BestPlan()
    {
        lock (_lock)
        {
            var best = default(Incumbent);
            foreach (var node in Ahead())
            {
                if (node.Attempt?.Outcome is { } outcome && outcome.ValueAfter(long.MaxValue) < (best?.Value ?? long.MaxValue))
                    best = outcome.Steps.Last(step => step.Plan is not null).Plan;
            }

            return best;
        }
    }

    /// <summary>Ends the threads, the looks they are at included.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            Monitor.PulseAll(_lock);
        }

        _end.Cancel();
        foreach (var thread in _threads)
            thread.Join();
        _end.Dispose();
    }

    private void Work()
    {
        try
        {
            var work = new SearchWork(_stop.Fork(_end.Token));
            var evaluator = _evaluator.Fork(work);
            while (Take() is { } taken)
                Look(taken.Node, taken.Attempt, evaluator, work);
        }
#pragma warning disable CA1031 // Whatever went wrong is thrown again where the search waits; on this thread it would end the process.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            lock (_lock)
            {
                _fault = ExceptionDispatchInfo.Capture(fault);
                Monitor.PulseAll(_lock);
            }
        }
    }

    private void Look(SearchNode node, NodeAttempt attempt, PlanEvaluator evaluator, SearchWork work)
    {
        var steps = new List<NodeStep>();
        var keeper = _keeper.Fork(evaluator, work.Stop, attempt.StartValue);
        keeper.Improved = plan => steps.Add(new NodeStep(plan, 0));
        var look = new NodeLook(_root, _rootBudget, node, keeper, work, bound => steps.Add(new NodeStep(Plan: null, bound)), _isProofWanted);
        var outcome = look.Run() with { Steps = steps };
        lock (_lock)
        {
            if (outcome.IsStopped)
                _raised ??= work.Stop;
            attempt.Outcome = outcome;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Waits for a node to look at; null when all is over.</summary>
    private (SearchNode Node, NodeAttempt Attempt)? Take()
    {
        lock (_lock)
        {
            while (!_isOver)
            {
                if (First() is { } taken)
                    return taken;
                Monitor.Wait(_lock);
            }

            return null;
        }
    }

    /// <summary>The first node in the order of the search that nobody has looked at with the value that seems right now.</summary>
    private (SearchNode Node, NodeAttempt Attempt)? First()
    {
        var (value, count) = (_value, 0);
        foreach (var node in Ahead())
        {
            if (node.Bound >= value)
                continue;
            if (node.Attempt?.StartValue != value)
            {
                node.Attempt = new NodeAttempt(value);
                return (node, node.Attempt);
            }

            if (++count == LargestAheadCount * _threads.Length)
                return null;
            value = node.Attempt.EndValue;
        }

        return null;
    }

    /// <summary>The nodes known, in the order of the search: below each the cases found, the attack first.</summary>
    private IEnumerable<SearchNode> Ahead()
    {
        _walk.Clear();
        for (var index = _order.Length - 1; index >= 0; index--)
            _walk.Push(_order[index]);
        while (_walk.TryPop(out var node))
        {
            yield return node;
            if (node.Attempt?.Outcome?.Cases is not { } cases)
                continue;
            _walk.Push(cases.Without);
            _walk.Push(cases.Attacked);
        }
    }
}
