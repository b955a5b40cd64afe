using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>Interdiction by trying every plan within the budgets, with the reference flow; shares nothing with the solver.</summary>
internal sealed class BruteForceInterdiction
{
    private readonly InterdictionProblem _problem;
    private readonly Dictionary<string, BigInteger?> _value = new(StringComparer.Ordinal);

    public BruteForceInterdiction(InterdictionProblem problem)
    {
        _problem = problem;
        Visit(new int[problem.Targets.Length], 0);
    }

    /// <summary>The least flow any plan leaves; null for unlimited.</summary>
    public BigInteger? Least => _value.Values.Where(value => value is not null).DefaultIfEmpty(null).Min();

    /// <summary>The least flow any plan leaves that hits none of some targets; null for unlimited.</summary>
    public BigInteger? LeastWithout(IReadOnlySet<int> targets)
    {
        var possible = _value.Where(plan => targets.All(target => plan.Key.Split(',')[target] == "0"));
        return possible.Select(plan => plan.Value).Where(value => value is not null).DefaultIfEmpty(null).Min();
    }

    /// <summary>Values of all plans of which no attack is in vain, ascending; null (unlimited) last.</summary>
    public List<BigInteger?> WithoutVain()
    {
        var values = new List<BigInteger?>();
        foreach (var (key, value) in _value)
        {
            var choice = key.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
            var isVain = Enumerable.Range(0, choice.Length).Any(target => choice[target] > 0 && _value[Key(choice, target)] == value);
            if (!isVain)
                values.Add(value);
        }

        return [.. values.OrderBy(value => value is null).ThenBy(value => value)];
    }

    /// <summary>The graph with its capacities under attack; choice 0 is none, level + 1 otherwise.</summary>
    public static FlowGraph UnderAttack(InterdictionProblem problem, IReadOnlyList<int> choice)
    {
        var (graph, builder) = (problem.Graph, new FlowGraphBuilder());
        var left = new Dictionary<(bool, int), long>();
        for (var target = 0; target < choice.Count; target++)
        {
            for (var e = 0; choice[target] > 0 && e < problem.Targets[target].Elements.Length; e++)
                left[(problem.Targets[target].Elements[e].IsNode, problem.Targets[target].Elements[e].Id)] = problem.Targets[target].Levels[choice[target] - 1].ResidualCapacities[e];
        }

        builder.AddNodes(graph.NodeCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var capacity = left.TryGetValue((false, arc), out var residual) ? residual : graph.Capacity(arc);
            _ = graph.IsDirected(arc) ? builder.AddArc(graph.Tail(arc), graph.Head(arc), capacity) : builder.AddEdge(graph.Tail(arc), graph.Head(arc), capacity);
        }

        for (var node = 0; node < graph.NodeCount; node++)
            builder.SetNodeCapacity(node, left.TryGetValue((true, node), out var residual) ? residual : graph.NodeCapacity(node));
        return builder.Build();
    }

    private static string Key(int[] choice, int without = -1) => string.Join(',', choice.Select((level, target) => target == without ? 0 : level));

    private void Visit(int[] choice, int target)
    {
        if (target == choice.Length)
        {
            var graph = UnderAttack(_problem, choice);
            var value = EdmondsKarpReference.Value(graph, [.. _problem.Sources], [.. _problem.Sinks]);
            _value[Key(choice)] = value > (BigInteger)graph.FiniteTotal ? null : value;
            return;
        }

        for (var level = 0; level <= _problem.Targets[target].Levels.Length; level++)
        {
            choice[target] = level;
            if (IsAffordable(choice))
                Visit(choice, target + 1);
        }

        choice[target] = 0;
    }

    private bool IsAffordable(int[] choice)
    {
        for (var resource = 0; resource < _problem.Budgets.Length; resource++)
        {
            var cost = choice.Select((level, target) => level == 0 ? 0 : _problem.Targets[target].Levels[level - 1].Costs[resource]).Sum();
            if (cost > _problem.Budgets[resource])
                return false;
        }

        return true;
    }
}
