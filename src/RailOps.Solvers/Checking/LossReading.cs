using System.Collections.Immutable;
using RailOps.Solvers.Criticality;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>What flows that were checked say of losses.</summary>
internal sealed class LossReading(
    FlowGraph graph, ImmutableArray<AttackTarget> targets, Dictionary<(int First, int Second), LossFlow> flows)
{
    private const int None = CriticalityChecker.None;

    private readonly Dictionary<(int First, int Second), long[]> _nodeFlows = [];

    /// <summary>The first thing that the answer says otherwise, or null.</summary>
    public string? Problem(CriticalityResult result, bool withPairs)
    {
        if (!flows.TryGetValue((None, None), out var whole))
            return "There should be a flow of the whole net, but there is none.";
        if (whole.Cut.Capacity != result.Before)
            return $"The whole net should let {result.Before} flow units through, but lets {whole.Cut.Capacity}.";
        var after = new long[targets.Length];
        for (var target = 0; target < targets.Length; target++)
        {
            if (After(target, None) is not { } left)
                return $"There should be a flow without target {target}, which takes something from that of the whole net, but there is none.";
            after[target] = left;
        }

        return ElementsProblem(result, after) ?? (withPairs ? PairsProblem(result, after) : result.Pairs.IsEmpty ? null : "No pairs were asked for.");
    }

    /// <summary>What is left without the targets; null if no flow tells.</summary>
    private long? After(int first, int second)
    {
        if (flows.TryGetValue((first, second), out var flow))
            return flow.Cut.Capacity;
        if (second == None)
            return Keeps((None, None), first) ? flows[(None, None)].Cut.Capacity : null;
        if (Keeps((None, None), first) && Keeps((None, None), second))
            return flows[(None, None)].Cut.Capacity;
        foreach (var (one, other) in new[] { (first, second), (second, first) })
        {
            if (flows.TryGetValue((one, None), out var after) && Keeps((one, None), other))
                return after.Cut.Capacity;
        }

        return null;
    }

    /// <summary>True if the loss takes nothing from the flow.</summary>
    private bool Keeps((int First, int Second) of, int target)
    {
        var (elements, left) = (targets[target].Elements, targets[target].Levels[0].ResidualCapacities);
        for (var index = 0; index < elements.Length; index++)
        {
            var carried = elements[index].IsNode ? NodeFlow(of)[elements[index].Id] : long.Abs(flows[of].ArcFlow[elements[index].Id]);
            if (carried > left[index])
                return false;
        }

        return true;
    }

    private long[] NodeFlow((int First, int Second) of)
    {
        if (_nodeFlows.TryGetValue(of, out var known))
            return known;
        var (inflow, outflow) = (new long[graph.NodeCount], new long[graph.NodeCount]);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var flow = flows[of].ArcFlow[arc];
            var (from, to) = flow >= 0 ? (graph.Tail(arc), graph.Head(arc)) : (graph.Head(arc), graph.Tail(arc));
            outflow[from] += long.Abs(flow);
            inflow[to] += long.Abs(flow);
        }

        return _nodeFlows[of] = [.. inflow.Zip(outflow, long.Max)];
    }

    private static string? ElementsProblem(CriticalityResult result, long[] after)
    {
        var expected = Grouped(
            Enumerable.Range(0, after.Length).OrderBy(target => after[target]).ThenBy(target => target),
            target => result.Before - after[target],
            (target, loss, group) => new CriticalElement(target, after[target], loss, group));
        return result.Elements.AsSpan().SequenceEqual(expected.AsSpan()) ? null : "The single losses should be those of the flows, largest first, but are not.";
    }

    private string? PairsProblem(CriticalityResult result, long[] after)
    {
        var found = new List<CriticalPair>();
        for (var first = 0; first < targets.Length; first++)
        {
            for (var second = first + 1; second < targets.Length; second++)
            {
                if (After(first, second) is not { } left)
                    return $"There should be a flow without targets {first} and {second}, each of which takes something from that without the other, but there is none.";
                var (loss, one, other) = (result.Before - left, result.Before - after[first], result.Before - after[second]);
                if (loss > long.Max(one, other))
                    found.Add(new CriticalPair(first, second, left, loss, loss - long.Max(one, other), loss - one - other, TieGroup: 0));
            }
        }

        var expected = Grouped(
            found.OrderByDescending(pair => pair.Loss).ThenBy(pair => pair.First).ThenBy(pair => pair.Second), pair => pair.Loss, (pair, _, group) => pair with { TieGroup = group });
        return result.Pairs.AsSpan().SequenceEqual(expected.AsSpan()) ? null : "The losses of two should be those of the flows, largest first, but are not.";
    }

    private static ImmutableArray<TRow> Grouped<T, TRow>(IEnumerable<T> sorted, Func<T, long> lossOf, Func<T, long, int, TRow> row)
    {
        var (rows, group, last) = (ImmutableArray.CreateBuilder<TRow>(), -1, (long?)null);
        foreach (var item in sorted)
        {
            var loss = lossOf(item);
            group += last == loss ? 0 : 1;
            last = loss;
            rows.Add(row(item, loss, group));
        }

        return rows.ToImmutable();
    }
}
