using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// One step of a proof: is the flow feasible, what does it bound, what does the bound rule out? All amounts in parts, 128 bits, checked. O(n + m).
/// </summary>
internal sealed class InterdictionProofStep
{
    // No room is that large: a capacity is less than 2^58 flow units, a scale less than 2^63.
    private static readonly Int128 Unlimited = Int128.MaxValue;

    private readonly InterdictionProblem _problem;
    private readonly InterdictionPieces _pieces;
    private readonly InterdictionProofState _state;
    private readonly InterdictionProofRound _round;
    private readonly long[] _flow;
    private readonly Int128[] _room;

    public InterdictionProofStep(InterdictionProblem problem, InterdictionPieces pieces, InterdictionProofState state, InterdictionProofRound round)
    {
        (_problem, _pieces, _state, _round) = (problem, pieces, state, round);
        _flow = new long[pieces.All.Count];
        _room = new Int128[pieces.All.Count];
    }

    /// <summary>The fault of the step, or null; what it rules out goes into the state.</summary>
    /// <exception cref="OverflowException">The certificate's numbers are beyond 128 bits.</exception>
    public string? Apply(Int128 value)
    {
        for (var piece = 0; piece < _room.Length; piece++)
            _room[piece] = Capacity(_pieces.All[piece]);
        if (ReadFlow() is { } fault)
            return fault;
        var balance = new Int128[_pieces.NodeCount + 2];
        for (var piece = 0; piece < _flow.Length; piece++)
        {
            balance[From(piece)] += _flow[piece];
            balance[To(piece)] -= _flow[piece];
        }

        for (var group = 2; group < balance.Length; group++)
        {
            if (balance[group] != 0)
                return $"the flow is not conserved at node {Array.IndexOf(_state.Group, group)}: {balance[group]} parts too much leave";
        }

        var gap = ((value - 1) * _round.Scale) - (balance[0] - Price(_state.Budget));
        if (gap < 0)
            _state.IsClosed = true;
        else
            RuleOut(gap);
        return null;
    }

    private int From(int piece) => _state.Group[_pieces.All[piece].Tail];

    /// <summary>True if a cut can contain the piece: its ends are in two groups, and not the wrong way round at the terminals.</summary>
    private bool CanCross(int piece) =>
        From(piece) != To(piece) && (_pieces.All[piece].IsTwoWay || _pieces.All[piece].IsInner || (To(piece) != 0 && From(piece) != 1));

    private int To(int piece) => _state.Group[_pieces.All[piece].Head];

    private Int128 Price(IReadOnlyList<long> amounts)
    {
        Int128 sum = 0;
        for (var resource = 0; resource < amounts.Count; resource++)
            sum += (Int128)_round.Prices[resource] * amounts[resource];
        return sum;
    }

    /// <summary>Capacity of a piece in parts when open attacks are paid at their price.</summary>
    private Int128 Capacity(in InterdictionPiece piece)
    {
        var least = piece.Capacity == FlowGraph.Unlimited ? Unlimited : (Int128)piece.Capacity * _round.Scale;
        if (piece.Target < 0)
            return least;
        var target = _problem.Targets[piece.Target];
        if (_state.Level[piece.Target] is >= 0 and var made)
            return Left(piece, made);
        for (var level = 0; level < target.Levels.Length; level++)
        {
            if (_state.MayUse(piece.Target, level) && Left(piece, level) is var left && left != Unlimited)
                least = Int128.Min(least, left + (Price(target.Levels[level].Costs) / target.Elements.Length));
        }

        return least;
    }

    private Int128 Left(in InterdictionPiece piece, int level)
    {
        var left = _problem.Targets[piece.Target].Levels[level].ResidualCapacities[piece.Element];
        return left == FlowGraph.Unlimited ? Unlimited : (Int128)left * _round.Scale;
    }

    private string? ReadFlow()
    {
        if (_round.Pieces.Length != _round.Flows.Length)
            return $"there should be a flow for each of {_round.Pieces.Length} pieces, but there are {_round.Flows.Length}";
        var previous = -1;
        for (var index = 0; index < _round.Pieces.Length; index++)
        {
            var (piece, flow) = (_round.Pieces[index], _round.Flows[index]);
            if (piece <= previous || piece >= _flow.Length)
                return $"pieces should be 0 to {_flow.Length - 1}, ascending, but {piece} follows {previous}";
            var goesBack = flow < 0 && !_pieces.All[piece].IsInner && !(_pieces.All[piece].IsTwoWay && -(Int128)flow <= _room[piece]);
            if ((CanCross(piece) && flow > _room[piece]) || (goesBack && From(piece) != To(piece)))
                return $"piece {piece} should carry at most {_room[piece]} parts, but carries {flow}";
            _flow[piece] = flow;
            previous = piece;
        }

        return null;
    }

    private void RuleOut(Int128 gap)
    {
        for (var target = 0; target < _problem.Targets.Length; target++)
        {
            for (var level = 0; level < _problem.Targets[target].Levels.Length; level++)
            {
                if (_state.MayUse(target, level) && (LeastAdded(target, level) is not { } added || added > gap))
                    _state.RuleOut(target, level);
            }
        }

        var joins = new List<(int From, int To)>();
        for (var piece = 0; piece < _flow.Length; piece++)
        {
            var (room, kind) = (_room[piece], _pieces.All[piece]);
            if (room == Unlimited || room - _flow[piece] > gap)
                joins.Add((From(piece), To(piece)));
            if (kind.IsInner || (kind.IsTwoWay ? room == Unlimited || room + _flow[piece] > gap : _flow[piece] > gap))
                joins.Add((To(piece), From(piece)));
        }

        _state.IsClosed = !InterdictionGroups.Merge(_state.Group, joins);
    }

    /// <summary>The least an attack adds to the bound, over all ways its elements can lie in a cut; null if none can.</summary>
    private Int128? LeastAdded(int target, int level)
    {
        var terms = new SortedDictionary<int, Int128>();
        foreach (var index in _pieces.OfTarget[target])
        {
            var piece = _pieces.All[index];
            if (!CanCross(index) || Left(piece, level) is var left && left == Unlimited)
                continue;
            var term = left - (piece.IsTwoWay ? Int128.Abs(_flow[index]) : _flow[index]);
            terms[piece.Element] = terms.TryGetValue(piece.Element, out var other) ? Int128.Min(other, term) : term;
        }

        if (terms.Count == 0)
            return null;
        var negative = terms.Values.Where(term => term < 0).Aggregate((Int128)0, (sum, term) => sum + term);
        return Price(_problem.Targets[target].Levels[level].Costs) + (negative < 0 ? negative : terms.Values.Min());
    }
}
