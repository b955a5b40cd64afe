namespace RailOps.Solvers.Interdiction;

/// <summary>Plain maximum flows of the whole problem under given attacks, in flow units. For one thread.</summary>
internal sealed class PlanEvaluator
{
    private readonly PieceTable _table;
    private readonly AttackNet _net;
    private readonly NetFlow _flow;
    private readonly SearchWork _work;
    private readonly ItemGroups _arcsOf;
    private readonly int[] _level;

    public PlanEvaluator(PieceTable table, SearchWork work)
    {
        (_table, _work) = (table, work);
        _net = AttackNet.Plain(table, work.Stop);
        _arcsOf = new ItemGroups(_net.Piece.Select(piece => table.Target[piece]).ToArray(), table.Problem.Targets.Length, work.Stop);
        _flow = new NetFlow(_net, work.Stop);
        _level = new int[table.Problem.Targets.Length];
    }

    private PlanEvaluator(PlanEvaluator other, SearchWork work)
    {
        (_table, _net, _arcsOf, _work) = (other._table, other._net, other._arcsOf, work);
        _flow = new NetFlow(_net, work.Stop);
        _level = new int[other._level.Length];
    }

    /// <summary>An evaluator for another thread.</summary>
    public PlanEvaluator Fork(SearchWork work) => new(this, work);

    /// <summary>What the attacks leave (at most <see cref="PieceTable.Most"/>, which stands for unlimited) and a cut, or null if stopped.</summary>
    public (long Value, bool[] NearSource)? Evaluate(IEnumerable<Attack> attacks)
    {
        if (Solve(attacks) is not { } value)
            return null;
        bool[] nearSource = value == _table.Most ? [] : _net.Expand(_flow.NearSource());
        return _work.Stop.IsRaised ? null : (value, nearSource);
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
            if (_work.Stop.IsRaised)
                return null;
            if (IsNeeded(attack, nearSource, nearSink))
                continue;
            needed.Remove(attack);
            _level[attack.Target] = -1;
            Restore(attack, 1);
            (nearSource, nearSink) = (_flow.NearSource(), _flow.NearSink());
        }

        return _work.Stop.IsRaised ? null : needed;
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
        for (var arc = 0; arc < _net.ArcCount && !_work.Stop.Spend(1); arc++)
        {
            var slot = _net.ForwardSlot[arc];
            _flow.Residual[slot] = Capacity(_net.Piece[arc]);
            _flow.Residual[_net.Reverse[slot]] = Back(_net.Piece[arc], _flow.Residual[slot]);
        }

        _work.SolveCount++;
        var before = _flow.AugmentationCount;
        var value = _flow.PushAll(_table.Most, isCutEnough: true);
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
        foreach (var arc in _arcsOf[attack.Target])
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
        Restore(attack, 1);
        var isNeeded = _flow.NearSource()[AttackNet.Sink];
        Restore(attack, -1);
        return isNeeded;
    }

    /// <summary>Gives back what an attack takes (sign 1), or takes it again (sign -1).</summary>
    private void Restore(Attack attack, int sign)
    {
        foreach (var arc in _arcsOf[attack.Target])
        {
            var piece = _net.Piece[arc];
            var more = sign * (_table.Capacity[piece] - _table.Residual(piece, attack.Level));
            _flow.Residual[_net.ForwardSlot[arc]] += more;
            _flow.Residual[_net.Reverse[_net.ForwardSlot[arc]]] += _table.Back[piece] == PieceBack.Same ? more : 0;
        }
    }
}
