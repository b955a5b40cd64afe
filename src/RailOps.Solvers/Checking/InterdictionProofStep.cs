using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>One step of a proof: is the flow feasible, what does it bound, what does the bound rule out?</summary>
internal sealed class InterdictionProofStep
{
    private readonly InterdictionProblem _problem;
    private readonly List<InterdictionPiece> _pieces;
    private readonly ILookup<int, int> _piecesOf;
    private readonly InterdictionProofState _state;
    private readonly InterdictionProofRound _round;
    private readonly BigInteger[] _flow;
    private readonly BigInteger?[] _room;

    public InterdictionProofStep(InterdictionProblem problem, InterdictionPieces pieces, InterdictionProofState state, InterdictionProofRound round)
    {
        (_problem, _pieces, _piecesOf, _state, _round) = (problem, pieces.All, pieces.OfTarget, state, round);
        _flow = new BigInteger[_pieces.Count];
        _room = [.. _pieces.Select(Capacity)];
    }

    /// <summary>The fault of the step, or null; what it rules out goes into the state.</summary>
    public string? Apply(BigInteger value)
    {
        if (ReadFlow() is { } fault)
            return fault;
        var balance = new Dictionary<int, BigInteger>();
        for (var piece = 0; piece < _pieces.Count; piece++)
        {
            balance[From(piece)] = balance.GetValueOrDefault(From(piece)) + _flow[piece];
            balance[To(piece)] = balance.GetValueOrDefault(To(piece)) - _flow[piece];
        }

        foreach (var (group, excess) in balance)
        {
            if (group > 1 && !excess.IsZero)
                return $"the flow is not conserved at node {Array.IndexOf(_state.Group, group)}: {excess} parts too much leave";
        }

        var gap = ((value - 1) * _round.Scale) - (balance.GetValueOrDefault(0) - Price(_state.Budget));
        if (gap < 0)
            _state.IsClosed = true;
        else
            RuleOut(gap);
        return null;
    }

    private int From(int piece) => _state.Group[_pieces[piece].Tail];

    /// <summary>True if a cut can contain the piece: its ends are in two groups, and not the wrong way round at the terminals.</summary>
    private bool CanCross(int piece) =>
        From(piece) != To(piece) && (_pieces[piece].IsTwoWay || _pieces[piece].IsInner || (To(piece) != 0 && From(piece) != 1));

    private int To(int piece) => _state.Group[_pieces[piece].Head];

    private BigInteger Price(IReadOnlyList<long> amounts)
    {
        BigInteger sum = 0;
        for (var resource = 0; resource < amounts.Count; resource++)
            sum += (BigInteger)_round.Prices[resource] * amounts[resource];
        return sum;
    }

    /// <summary>Capacity of a piece in parts when open attacks are paid at their price; null for unlimited.</summary>
    private BigInteger? Capacity(InterdictionPiece piece)
    {
        BigInteger? least = piece.Capacity == FlowGraph.Unlimited ? null : (BigInteger)piece.Capacity * _round.Scale;
        if (piece.Target < 0)
            return least;
        var target = _problem.Targets[piece.Target];
        if (_state.Level[piece.Target] is >= 0 and var made)
            return Left(piece, made);
        for (var level = 0; level < target.Levels.Length; level++)
        {
            if (!_state.MayUse(piece.Target, level) || Left(piece, level) is not { } left)
                continue;
            var attacked = left + (Price(target.Levels[level].Costs) / target.Elements.Length);
            least = least is null ? attacked : BigInteger.Min(least.Value, attacked);
        }

        return least;
    }

    private BigInteger? Left(InterdictionPiece piece, int level)
    {
        var left = _problem.Targets[piece.Target].Levels[level].ResidualCapacities[piece.Element];
        return left == FlowGraph.Unlimited ? null : (BigInteger)left * _round.Scale;
    }

    private string? ReadFlow()
    {
        if (_round.Pieces.Length != _round.Flows.Length)
            return $"there should be a flow for each of {_round.Pieces.Length} pieces, but there are {_round.Flows.Length}";
        var previous = -1;
        for (var index = 0; index < _round.Pieces.Length; index++)
        {
            var (piece, flow) = (_round.Pieces[index], _round.Flows[index]);
            if (piece <= previous || piece >= _pieces.Count)
                return $"pieces should be 0 to {_pieces.Count - 1}, ascending, but {piece} follows {previous}";
            var isBack = flow < 0 && !_pieces[piece].IsInner && !(_pieces[piece].IsTwoWay && !(-flow > _room[piece]));
            if ((CanCross(piece) && flow > _room[piece]) || (isBack && From(piece) != To(piece)))
                return $"piece {piece} should carry at most {_room[piece]} parts, but carries {flow}";
            _flow[piece] = flow;
            previous = piece;
        }

        return null;
    }

    private void RuleOut(BigInteger gap)
    {
        for (var target = 0; target < _problem.Targets.Length; target++)
        {
            for (var level = 0; level < _problem.Targets[target].Levels.Length; level++)
            {
                if (_state.MayUse(target, level) && LeastAdded(target, level) > gap)
                    _state.RuleOut(target, level);
            }
        }

        var joins = new List<(int From, int To)>();
        for (var piece = 0; piece < _pieces.Count; piece++)
        {
            if (_room[piece] is not { } room || room - _flow[piece] > gap)
                joins.Add((From(piece), To(piece)));
            var back = _pieces[piece].IsTwoWay ? _room[piece] + _flow[piece] : _flow[piece];
            if (_pieces[piece].IsInner || back is null || back > gap)
                joins.Add((To(piece), From(piece)));
        }

        _state.IsClosed = !InterdictionGroups.Merge(_state.Group, joins);
    }

    /// <summary>The least an attack adds to the bound, over all ways its elements can lie in a cut; null if none can.</summary>
    private BigInteger? LeastAdded(int target, int level)
    {
        var terms = new SortedDictionary<int, BigInteger>();
        foreach (var index in _piecesOf[target])
        {
            var piece = _pieces[index];
            if (!CanCross(index) || Left(piece, level) is not { } left)
                continue;
            var term = left - (piece.IsTwoWay ? BigInteger.Abs(_flow[index]) : _flow[index]);
            terms[piece.Element] = terms.TryGetValue(piece.Element, out var other) ? BigInteger.Min(other, term) : term;
        }

        if (terms.Count == 0)
            return null;
        var negative = terms.Values.Where(term => term < 0).Aggregate(BigInteger.Zero, (sum, term) => sum + term);
        return Price(_problem.Targets[target].Levels[level].Costs) + (negative < 0 ? negative : terms.Values.Min());
    }
}
