namespace RailOps.Solvers.Interdiction;

/// <summary>Plain maximum flows of the whole problem under given attacks, in flow units.</summary>
internal sealed class PlanEvaluator
{
    private readonly PieceTable _table;
    private readonly AttackNet _net;
    private readonly NetFlow _flow;
    private readonly SearchWork _work;
    private readonly int[] _level;

    public PlanEvaluator(PieceTable table, SearchWork work)
    {
        (_table, _work) = (table, work);
        _net = AttackNet.Plain(table);
        _flow = new NetFlow(_net);
        _level = new int[table.Problem.Targets.Length];
    }

    /// <summary>What the attacks leave (at most <see cref="PieceTable.Most"/>, which stands for unlimited) and a cut, or null if stopped.</summary>
    public (long Value, bool[] NearSource)? Evaluate(IEnumerable<Attack> attacks)
    {
        if (Solve(attacks) is not { } value)
            return null;
        return (value, value == _table.Most ? [] : _net.Expand(_flow.NearSource()));
    }

    /// <summary>The attacks without those in vain, dearest dropped first. They must leave a finite flow; null if stopped.</summary>
    public List<Attack>? Trim(IReadOnlyList<Attack> attacks)
    {
        if (Solve(attacks) is null)
            return null;
        var needed = new List<Attack>(attacks);
        var (nearSource, nearSink) = (_flow.NearSource(), _flow.NearSink());
        foreach (var attack in attacks.OrderByDescending(Price).ThenByDescending(attack => attack.Target))
        {
            if (IsNeeded(attack, nearSource, nearSink))
                continue;
            needed.Remove(attack);
            _level[attack.Target] = -1;
            Restore(attack);
            (nearSource, nearSink) = (_flow.NearSource(), _flow.NearSink());
        }

        return needed;
    }

    private double Price(Attack attack)
    {
        var sum = 0.0;
        var cost = _table.Cost(attack.Target, attack.Level);
        for (var resource = 0; resource < cost.Length; resource++)
            sum += cost[resource] / (_table.Problem.Budgets[resource] + 1.0);
        return sum;
    }

    private long? Solve(IEnumerable<Attack> attacks)
    {
        Array.Fill(_level, -1);
        foreach (var attack in attacks)
            _level[attack.Target] = attack.Level;
        for (var arc = 0; arc < _net.ArcCount; arc++)
        {
            var slot = _net.ForwardSlot[arc];
            _flow.Residual[slot] = Capacity(_net.Piece[arc]);
            _flow.Residual[_net.Reverse[slot]] = Back(_net.Piece[arc], _flow.Residual[slot]);
        }

        _work.SolveCount++;
        var before = _flow.AugmentationCount;
        var value = _flow.Push(AttackNet.Source, AttackNet.Sink, _table.Most, _work.Stop);
        _work.AugmentationCount += _flow.AugmentationCount - before;
        return _work.Stop.IsRaised ? null : value;
    }

    private long Capacity(int piece)
    {
        var level = _table.Target[piece] < 0 ? -1 : _level[_table.Target[piece]];
        return level < 0 ? _table.Capacity[piece] : _table.Residual(piece, level);
    }

    private long Back(int piece, long capacity) => _table.Back[piece] switch
    {
        PieceBack.None => 0,
        PieceBack.Same => capacity,
        _ => _table.Most,
    };

    /// <summary>True if without the attack more gets through: one more unit could go from the source to one of its pieces and on to the sink.</summary>
    private bool IsNeeded(Attack attack, bool[] nearSource, bool[] nearSink)
    {
        if (_table.ElementCount(attack.Target) > 1)
            return IsNeededTogether(attack);
        foreach (var arc in ArcsOf(attack))
        {
            var (tail, head) = (_net.Tail[arc], _net.Head[arc]);
            var forward = nearSource[tail] && !nearSink[head];
            var backward = _table.Back[_net.Piece[arc]] == PieceBack.Same && nearSource[head] && !nearSink[tail];
            if ((forward || backward) && _table.Capacity[_net.Piece[arc]] > Capacity(_net.Piece[arc]))
                return true;
        }

        return false;
    }

    private bool IsNeededTogether(Attack attack)
    {
        var before = _flow.Residual.AsSpan().ToArray();
        Restore(attack);
        var isNeeded = _flow.Push(AttackNet.Source, AttackNet.Sink, 1, stop: null) > 0;
        before.CopyTo(_flow.Residual, 0);
        return isNeeded;
    }

    private void Restore(Attack attack)
    {
        foreach (var arc in ArcsOf(attack))
        {
            var piece = _net.Piece[arc];
            var more = _table.Capacity[piece] - _table.Residual(piece, attack.Level);
            _flow.Residual[_net.ForwardSlot[arc]] += more;
            _flow.Residual[_net.Reverse[_net.ForwardSlot[arc]]] += _table.Back[piece] == PieceBack.Same ? more : 0;
        }
    }

    private List<int> ArcsOf(Attack attack)
    {
        var arcs = new List<int>();
        for (var arc = 0; arc < _net.ArcCount; arc++)
        {
            if (_table.Target[_net.Piece[arc]] == attack.Target)
                arcs.Add(arc);
        }

        return arcs;
    }
}
