using RailOps.Solvers.Interdiction;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Checking;

/// <summary>Where a replay stands: the decisions of the tree, and the cases of the present witness that are not closed.</summary>
internal sealed class UnitProofState
{
    private readonly UnitInterdictionProblem _problem;
    private readonly InterdictionProofState _decided;

    public UnitProofState(UnitInterdictionProblem problem)
    {
        _problem = problem;
        var plain = UnitProofNet.With(problem, new long[problem.Allocation.Demands.Length]);
        _decided = new InterdictionProofState(plain, new InterdictionPieces(plain));
    }

    private UnitProofState(UnitProofState parent, InterdictionProofState decided, bool hasWitness)
    {
        (_problem, _decided, HasWitness) = (parent._problem, decided, hasWitness);
    }

    /// <summary>True if a witness was named here or further up.</summary>
    public bool HasWitness { get; private set; }

    /// <summary>Cases of the witness that are not closed, by demander.</summary>
    public Dictionary<int, UnitProofCase> Open { get; } = [];

    /// <summary>Takes a new witness: all its cases are open, with nothing ruled out but what the tree decided.</summary>
    public string? SetWitness(IReadOnlyList<long> units, IReadOnlyList<int> order, Int128 value)
    {
        if (UnitsProblem(units, order, value) is { } fault)
            return fault;
        HasWitness = true;
        Open.Clear();
        var draw = units.Select((count, demand) => count * _problem.Allocation.Demands[demand].UnitDemand).ToArray();
        for (var position = 0; position < order.Count; position++)
            Open[order[position]] = Case(draw, order, position);
        return null;
    }

    /// <summary>The part in which a target is attacked at a level; null if it cannot be.</summary>
    public UnitProofState? Attacked(int target, int level)
    {
        if (_decided.Attacked(target, level) is not { } decided)
            return null;
        var next = new UnitProofState(this, decided, HasWitness);
        foreach (var (demand, item) in Open)
            next.Open[demand] = item with { State = item.State.Attacked(target, level) ?? item.State.Paid(target, level) };
        return next;
    }

    /// <summary>The part in which it is not; changes this state.</summary>
    public void RuleOut(int target, int level)
    {
        _decided.RuleOut(target, level);
        foreach (var item in Open.Values)
            item.State.RuleOut(target, level);
    }

    private string? UnitsProblem(IReadOnlyList<long> units, IReadOnlyList<int> order, Int128 value)
    {
        var demands = _problem.Allocation.Demands;
        if (units.Count != demands.Length)
            return $"a witness should have units for {demands.Length} demanders, but has them for {units.Count}";
        Int128 worth = 0;
        for (var demand = 0; demand < units.Count; demand++)
        {
            if (units[demand] < 0 || units[demand] > demands[demand].UnitCount)
                return $"a witness should have 0 to {demands[demand].UnitCount} units for demander {demand}, but has {units[demand]}";
            worth += (Int128)units[demand] * demands[demand].Weight;
        }

        if (worth < value)
            return $"a witness should be worth at least {value}, but is worth {worth}";
        var expected = Enumerable.Range(0, units.Count).Where(demand => units[demand] > 0 && CanBeBehind(demand));
        return order.Order().SequenceEqual(expected) ? null : "the order of a witness should name the demanders that want something once each";
    }

    /// <summary>A demander at the source is cut off only by what limits the source's node itself.</summary>
    private bool CanBeBehind(int demand)
    {
        var node = _problem.Allocation.Demands[demand].Node;
        return node != _problem.Allocation.Source
            || _problem.Allocation.Graph.NodeCapacity(node) != Graphs.FlowGraph.Unlimited
            || _problem.Targets.Any(target => target.Elements.Contains(AttackElement.Node(node)));
    }

    private UnitProofCase Case(long[] draw, IReadOnlyList<int> order, int position)
    {
        var left = (long[])draw.Clone();
        for (var before = 0; before < position; before++)
            left[order[before]] = 0;
        var problem = UnitProofNet.With(_problem, left);
        var pieces = new InterdictionPieces(problem);
        var inFront = problem.Sources.Concat(order.Take(position).Select(demand => Exit(pieces, demand)));
        var behind = problem.Sinks.Append(_problem.Allocation.Demands[order[position]].Node).Select(node => pieces.Exit[node]);
        var state = new InterdictionProofState(problem, pieces, inFront, behind);
        state.TakeFrom(_decided);
        Int128 needed = 0;
        for (var after = position; after < order.Count; after++)
            needed += left[order[after]];
        return new UnitProofCase(problem, pieces, state, needed);
    }

    private int Exit(InterdictionPieces pieces, int demand) => pieces.Exit[_problem.Allocation.Demands[demand].Node];
}
