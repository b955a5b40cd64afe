using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// One step of a proof: is the flow feasible, what does it bound, what does the bound rule out? All amounts in parts, 128 bits, checked.
/// O(what is left of the net + targets not ruled out).
/// </summary>
internal sealed class InterdictionProofStep
{
    // No room is that large: a capacity is less than 2^58 flow units, a scale less than 2^63.
    private static readonly Int128 Unlimited = Int128.MaxValue;

    private readonly InterdictionProblem _problem;
    private readonly InterdictionPieces _pieces;
    private readonly InterdictionProofState _state;
    private readonly InterdictionProofRound _round;
    private readonly LivePiece[] _live;
    private readonly long[] _flow;
    private readonly Int128[] _room;

    public InterdictionProofStep(InterdictionProblem problem, InterdictionPieces pieces, InterdictionProofState state, InterdictionProofRound round)
    {
        (_problem, _pieces, _state, _round, _live) = (problem, pieces, state, round, state.Live);
        _flow = new long[_live.Length];
        _room = new Int128[_live.Length];
    }

    /// <summary>The fault of the step, or null; what it rules out goes into the state.</summary>
    /// <exception cref="OverflowException">The certificate's numbers are beyond 128 bits.</exception>
    public string? Apply(Int128 value)
    {
        for (var at = 0; at < _live.Length; at++)
            _room[at] = Capacity(_pieces.All[_live[at].Piece]);
        if (ReadFlow() is { } fault)
            return fault;
        var balance = new Int128[_state.GroupCount];
        for (var at = 0; at < _live.Length; at++)
        {
            balance[_live[at].From] += _flow[at];
            balance[_live[at].To] -= _flow[at];
        }

        for (var group = 2; group < balance.Length; group++)
        {
            if (balance[group] != 0)
                return $"the flow is not conserved at node {_state.NodeOf(group)}: {balance[group]} parts too much leave";
        }

        var gap = ((value - 1) * _round.Scale) - (balance[InterdictionProofState.SourceGroup] - Price(_state.Budget));
        if (gap < 0)
            _state.IsClosed = true;
        else
            RuleOut(gap);
        return null;
    }

    /// <summary>True if a cut can contain the piece: it does not lead the wrong way at the terminals.</summary>
    private bool CanCross(int at)
    {
        var piece = _pieces.All[_live[at].Piece];
        return piece.IsTwoWay || piece.IsInner || (_live[at].To != InterdictionProofState.SourceGroup && _live[at].From != InterdictionProofState.SinkGroup);
    }

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

    /// <summary>Reads the flow of the pieces that are left; what flows within a group changes nothing.</summary>
    private string? ReadFlow()
    {
        if (_round.Pieces.Length != _round.Flows.Length)
            return $"there should be a flow for each of {_round.Pieces.Length} pieces, but there are {_round.Flows.Length}";
        var (previous, at) = (-1, 0);
        for (var index = 0; index < _round.Pieces.Length; index++)
        {
            var piece = _round.Pieces[index];
            if (piece <= previous || piece >= _pieces.All.Count)
                return $"pieces should be 0 to {_pieces.All.Count - 1}, ascending, but {piece} follows {previous}";
            previous = piece;
            while (at < _live.Length && _live[at].Piece < piece)
                at++;
            if (at == _live.Length || _live[at].Piece != piece)
                continue;
            _flow[at] = _round.Flows[index];
            if (!Fits(at))
                return $"piece {piece} should carry at most {_room[at]} parts, but carries {_flow[at]}";
        }

        return null;
    }

    private bool Fits(int at)
    {
        var piece = _pieces.All[_live[at].Piece];
        var goesBack = _flow[at] < 0 && !piece.IsInner && !(piece.IsTwoWay && -(Int128)_flow[at] <= _room[at]);
        return !goesBack && (_flow[at] <= _room[at] || !CanCross(at));
    }

    private void RuleOut(Int128 gap)
    {
        var ofTarget = Enumerable.Range(0, _live.Length).ToLookup(at => _pieces.All[_live[at].Piece].Target);
        foreach (var target in _state.OpenTargets)
        {
            for (var level = 0; level < _problem.Targets[target].Levels.Length; level++)
            {
                if (_state.MayUse(target, level) && (LeastAdded(target, level, ofTarget[target]) is not { } added || added > gap))
                    _state.RuleOut(target, level);
            }
        }

        _state.DropUseless();
        var joins = new List<(int From, int To)>();
        for (var at = 0; at < _live.Length; at++)
        {
            var (room, kind) = (_room[at], _pieces.All[_live[at].Piece]);
            if (room == Unlimited || room - _flow[at] > gap)
                joins.Add((_live[at].From, _live[at].To));
            if (kind.IsInner || (kind.IsTwoWay ? room == Unlimited || room + _flow[at] > gap : _flow[at] > gap))
                joins.Add((_live[at].To, _live[at].From));
        }

        if (InterdictionGroups.Merge(_state.GroupCount, joins) is { } name)
            _state.Merge(name);
        else
            _state.IsClosed = true;
    }

    /// <summary>The least an attack adds to the bound, over all ways its elements can lie in a cut; null if none can.</summary>
    private Int128? LeastAdded(int target, int level, IEnumerable<int> pieces)
    {
        var terms = new SortedDictionary<int, Int128>();
        foreach (var at in pieces)
        {
            var piece = _pieces.All[_live[at].Piece];
            if (!CanCross(at) || Left(piece, level) is var left && left == Unlimited)
                continue;
            var term = left - (piece.IsTwoWay ? Int128.Abs(_flow[at]) : _flow[at]);
            terms[piece.Element] = terms.TryGetValue(piece.Element, out var other) ? Int128.Min(other, term) : term;
        }

        if (terms.Count == 0)
            return null;
        var negative = terms.Values.Where(term => term < 0).Aggregate((Int128)0, (sum, term) => sum + term);
        return Price(_problem.Targets[target].Levels[level].Costs) + (negative < 0 ? negative : terms.Values.Min());
    }
}
