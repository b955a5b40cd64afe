using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Interdiction;

/// <summary>
/// The mixed-integer program of R. K. Wood, "Deterministic network interdiction", Mathematical and Computer Modelling 17, 1993: the dual of the
/// maximum flow under attack, so that one minimization chooses attacks and cut together. Per node d, 0 on the source side and 1 on the sink side;
/// per piece y, its share in the cut at full capacity; per attack x, whole; per piece and attack z at most x, its share at the capacity left:
/// y + sum of z at least d(head) - d(tail). Where we differ: levels, several resources, targets of several pieces, nodes split into entry and
/// exit. A piece without limit has no y (and no z where an attack leaves it so), which keeps large numbers out.
/// <para>Capacities are divided by the flow before any attack and cut to it, since no optimal cut has more: objective 0 to 1.</para>
/// </summary>
internal sealed class WoodProgram
{
    private readonly InterdictionProblem _problem;
    private readonly LinearProgramBuilder _builder = new();
    private readonly long _scale;
    private readonly int[][] _attack;
    private readonly int[] _entry;
    private readonly int[] _exit;

    /// <param name="problem">The problem.</param>
    /// <param name="before">Flow before any attack, above 0; <see cref="FlowGraph.Unlimited"/> takes the sum of all finite capacities as scale.</param>
    public WoodProgram(InterdictionProblem problem, long before)
    {
        _problem = problem;
        _scale = before == FlowGraph.Unlimited ? long.Max(1, (long)problem.Graph.FiniteTotal) : before;
        _attack = [.. problem.Targets.Select(target => target.Levels.Select(_ => _builder.AddVariable(0, 1, objective: 0, isInteger: true)).ToArray())];
        (_entry, _exit) = (new int[problem.Graph.NodeCount], new int[problem.Graph.NodeCount]);
        var targetOf = TargetPlaces(problem);
        AddNodes(targetOf);
        AddArcs(targetOf);
        AddChoices();
        Program = _builder.Build();
    }

    public LinearProgram Program { get; }

    /// <summary>The variable of each level of each target.</summary>
    public ImmutableArray<ImmutableArray<int>> AttackVariables => [.. _attack.Select(levels => levels.ToImmutableArray())];

    /// <summary>Flow units per unit of the objective.</summary>
    public long Scale => _scale;

    /// <summary>The attacks that values choose: rounded, and dropped if they then cost too much.</summary>
    public List<Attack> ReadAttacks(IReadOnlyList<double> values)
    {
        var (attacks, left) = (new List<Attack>(), _problem.Budgets.Select(budget => (Int128)budget).ToArray());
        for (var target = 0; target < _attack.Length; target++)
        {
            var level = Array.FindIndex(_attack[target], variable => values[variable] > 0.5);
            if (level < 0)
                continue;
            var costs = _problem.Targets[target].Levels[level].Costs;
            if (Enumerable.Range(0, left.Length).Any(resource => costs[resource] > left[resource]))
                continue;
            for (var resource = 0; resource < left.Length; resource++)
                left[resource] -= costs[resource];
            attacks.Add(new Attack(target, level));
        }

        return attacks;
    }

    private static Dictionary<AttackElement, (int Target, int Position)> TargetPlaces(InterdictionProblem problem)
    {
        var places = new Dictionary<AttackElement, (int Target, int Position)>();
        for (var target = 0; target < problem.Targets.Length; target++)
        {
            for (var position = 0; position < problem.Targets[target].Elements.Length; position++)
                places[problem.Targets[target].Elements[position]] = (target, position);
        }

        return places;
    }

    private void AddNodes(Dictionary<AttackElement, (int Target, int Position)> places)
    {
        for (var node = 0; node < _problem.Graph.NodeCount; node++)
        {
            var isSplit = _problem.Graph.NodeCapacity(node) != FlowGraph.Unlimited || places.ContainsKey(AttackElement.Node(node));
            var (isSource, isSink) = (_problem.Sources.Contains(node), _problem.Sinks.Contains(node));
            _entry[node] = _builder.AddVariable(isSink && !isSplit ? 1 : 0, isSource ? 0 : 1, objective: 0);
            _exit[node] = isSplit ? _builder.AddVariable(isSink ? 1 : 0, 1, objective: 0) : _entry[node];
            if (isSplit)
                AddPiece(AttackElement.Node(node), places, (_entry[node], _exit[node]));
        }
    }

    private void AddArcs(Dictionary<AttackElement, (int Target, int Position)> places)
    {
        var graph = _problem.Graph;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head) = (graph.Tail(arc), graph.Head(arc));
            if (tail == head)
                continue;
            (int, int) forward = (_exit[tail], _entry[head]), backward = (_exit[head], _entry[tail]);
            if (graph.IsDirected(arc))
            {
                AddPiece(AttackElement.Arc(arc), places, forward);
            }
            else if (_entry[tail] == _exit[tail] && _entry[head] == _exit[head])
            {
                // Only one way can be cut, so both share.
                AddPiece(AttackElement.Arc(arc), places, forward, backward);
            }
            else
            {
                AddPiece(AttackElement.Arc(arc), places, forward);
                AddPiece(AttackElement.Arc(arc), places, backward);
            }
        }
    }

    private void AddPiece(
        AttackElement element, Dictionary<AttackElement, (int Target, int Position)> places, params ReadOnlySpan<(int From, int To)> ways)
    {
        var shares = new List<(int, double)>();
        var capacity = _problem.CapacityOf(element);
        if (capacity != FlowGraph.Unlimited)
            shares.Add((AddShare(capacity), 1));
        if (places.TryGetValue(element, out var place))
        {
            for (var level = 0; level < _attack[place.Target].Length; level++)
            {
                var residual = _problem.Targets[place.Target].Levels[level].ResidualCapacities[place.Position];
                if (residual == FlowGraph.Unlimited)
                    continue;
                var share = AddShare(residual);
                _builder.AddRow(double.NegativeInfinity, 0, (share, 1), (_attack[place.Target][level], -1));
                shares.Add((share, 1));
            }
        }

        foreach (var (from, to) in ways)
            _builder.AddRow(0, double.PositiveInfinity, [.. shares, (to, -1), (from, 1)]);
    }

    private int AddShare(long capacity) => _builder.AddVariable(0, 1, (double)long.Min(capacity, _scale) / _scale);

    private void AddChoices()
    {
        foreach (var levels in _attack)
            _builder.AddRow(double.NegativeInfinity, 1, [.. levels.Select(variable => (variable, 1.0))]);
        for (var resource = 0; resource < _problem.Budgets.Length; resource++)
        {
            var costs = from target in Enumerable.Range(0, _attack.Length)
                        from level in Enumerable.Range(0, _attack[target].Length)
                        let cost = _problem.Targets[target].Levels[level].Costs[resource]
                        where cost > 0
                        select (_attack[target][level], (double)cost);
            _builder.AddRow(double.NegativeInfinity, _problem.Budgets[resource], [.. costs]);
        }
    }
}
