using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// What a plan leaves in every case, exactly: one flow for every different set of attacks that take effect, each on a session that
/// keeps the flow of the one before.
/// </summary>
internal sealed class SumEvaluator
{
    private readonly SumTable _table;
    private readonly SearchWork _work;
    private readonly MaxFlowSession[] _sessions;
    private readonly int[][] _levels;

    public SumEvaluator(SumTable table, SearchWork work)
    {
        (_table, _work) = (table, work);
        var graph = WithLimitableTargets(table.Problem);
        _sessions = [.. table.Nets.Select(net => new MaxFlowSession(graph, net.Pieces.Problem.Sources.AsSpan(), net.Pieces.Problem.Sinks.AsSpan()))];
        _levels = [.. table.Nets.Select(_ => Enumerable.Repeat(-1, table.TargetCount).ToArray())];
    }

    /// <summary>The weighted sum, <see cref="SumTable.NoPlan"/> if a case is without limit, or null if stopped.</summary>
    public long? Value(IReadOnlyList<Attack> attacks)
    {
        var sum = 0L;
        var values = CaseValues(attacks);
        for (var one = 0; values is not null && one < values.Length; one++)
        {
            if (values[one] == FlowGraph.Unlimited)
                return _table.NoPlan;
            sum += _table.Weight[one] * values[one];
        }

        return values is null ? null : sum;
    }

    /// <summary>What is left in every case, <see cref="FlowGraph.Unlimited"/> where that is without limit; null if stopped.</summary>
    public long[]? CaseValues(IReadOnlyList<Attack> attacks) => Visit(attacks, session => session.Value);

    /// <summary>A smallest cut per case, or null if stopped; every case must be limited.</summary>
    public ImmutableArray<NodeCut>? Cuts(IReadOnlyList<Attack> attacks) =>
        Visit(attacks, session => session.MinimalSourceCut()) is { } cuts ? [.. cuts] : null;

    private static FlowGraph WithLimitableTargets(ScenarioSumProblem problem)
    {
        var builder = FlowGraphBuilder.From(problem.Graph);
        foreach (var element in problem.Targets.SelectMany(target => target.Elements).Where(element => element.IsNode))
            builder.SetNodeCapacity(element.Id, problem.Graph.NodeCapacity(element.Id));
        return builder.Build();
    }

    /// <summary>Reads something off the largest flow of every case; null if stopped.</summary>
    private T[]? Visit<T>(IReadOnlyList<Attack> attacks, Func<MaxFlowSession, T> read)
    {
        var (results, known) = (new T[_table.CaseCount], new Dictionary<string, T>(StringComparer.Ordinal));
        for (var one = 0; one < results.Length; one++)
        {
            var net = Array.IndexOf(_table.Nets, _table.NetOf(one));
            var key = $"{net}:" + string.Concat(attacks.Select(attack => _table.EffectiveLevel(one, attack.Target, attack.Level) < 0 ? '0' : '1'));
            if (!known.TryGetValue(key, out var result))
            {
                if (!Solve(net, one, attacks))
                    return null;
                known[key] = result = read(_sessions[net]);
            }

            results[one] = result;
        }

        return results;
    }

    private bool Solve(int net, int one, IReadOnlyList<Attack> attacks)
    {
        var (session, wanted) = (_sessions[net], Enumerable.Repeat(-1, _table.TargetCount).ToArray());
        foreach (var attack in attacks)
            wanted[attack.Target] = _table.EffectiveLevel(one, attack.Target, attack.Level);
        for (var target = 0; target < wanted.Length; target++)
        {
            if (wanted[target] != _levels[net][target])
                Set(session, target, wanted[target]);
        }

        _levels[net] = wanted;
        _work.SolveCount++;
        var before = session.AugmentationCount;
        session.Augment(_work.Stop);
        _work.AugmentationCount += session.AugmentationCount - before;
        return !_work.Stop.IsRaised;
    }

    private void Set(MaxFlowSession session, int target, int level)
    {
        var elements = _table.Problem.Targets[target].Elements;
        for (var index = 0; index < elements.Length; index++)
        {
            var capacity = level < 0 ? _table.Problem.CapacityOf(elements[index]) : _table.Problem.Targets[target].Levels[level].ResidualCapacities[index];
            if (elements[index].IsNode)
                session.SetNodeCapacity(elements[index].Id, capacity);
            else
                session.SetCapacity(elements[index].Id, capacity);
        }
    }
}
