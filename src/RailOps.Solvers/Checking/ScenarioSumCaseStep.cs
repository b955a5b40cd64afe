using RailOps.Solvers.Graphs;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Checking;

/// <summary>The flow of one case in a step of a scenario-sum proof: is it feasible, how large is it, what do attacks take off it?</summary>
internal sealed class ScenarioSumCaseStep
{
    private readonly ScenarioSumProblem _problem;
    private readonly SumCase _case;
    private readonly InterdictionPieces _pieces;
    private readonly int[] _group;
    private readonly AttackDecisions _state;
    private readonly long _scale;
    private readonly Int128[] _flow;

    public ScenarioSumCaseStep(ScenarioSumProblem problem, int caseIndex, InterdictionPieces pieces, AttackDecisions state, long scale)
    {
        (_problem, _case, _pieces, _state, _scale) = (problem, problem.Cases[caseIndex], pieces, state, scale);
        _flow = new Int128[pieces.All.Count];
        _group = [.. Enumerable.Range(2, pieces.NodeCount)];
        foreach (var source in problem.Sources)
            _group[source] = 0;
        foreach (var sink in problem.SinksOf(caseIndex))
            _group[pieces.Exit[sink]] = 1;
    }

    /// <summary>What leaves the sources, in parts.</summary>
    public Int128 Value { get; private set; }

    /// <summary>Reads a flow; the fault, or null if it is feasible before every open attack.</summary>
    public string? Read(SumCaseFlow flow)
    {
        if (flow.Pieces.Length != flow.Flows.Length)
            return $"there should be a flow for each of {flow.Pieces.Length} pieces, but there are {flow.Flows.Length}";
        var previous = -1;
        for (var index = 0; index < flow.Pieces.Length; index++)
        {
            var piece = flow.Pieces[index];
            if (piece <= previous || piece >= _flow.Length)
                return $"pieces should be 0 to {_flow.Length - 1}, ascending, but {piece} follows {previous}";
            _flow[piece] = flow.Flows[index];
            previous = piece;
            if (!Fits(piece))
                return $"piece {piece} should carry at most {Room(_pieces.All[piece])} parts, but carries {_flow[piece]}";
        }

        return Balance();
    }

    /// <summary>The most that an attack takes off the flow over any cut, in parts; 0 if it takes no effect in this case.</summary>
    public Int128 TakenBy(int target, int level)
    {
        var sum = (Int128)0;
        foreach (var lacking in LackingPerElement(target, level))
            sum += lacking < 0 ? -lacking : 0;
        return sum;
    }

    /// <summary>The least that one of the target's elements still lacks, attacked, to what it carries; null if none can lie in a cut.</summary>
    public Int128? LeastLacking(int target, int level)
    {
        var all = LackingPerElement(target, level);
        return all.Count == 0 ? null : all.Min();
    }

    private List<Int128> LackingPerElement(int target, int level)
    {
        var lacking = new SortedDictionary<int, Int128>();
        foreach (var index in _case.IsInEffect(target, level) ? _pieces.OfTarget[target] : [])
        {
            var piece = _pieces.All[index];
            var left = _problem.Targets[target].Levels[level].ResidualCapacities[piece.Element];
            if (left == FlowGraph.Unlimited || !CanCross(piece))
                continue;
            var here = ((Int128)left * _scale) - (piece.IsTwoWay ? Int128.Abs(_flow[index]) : _flow[index]);
            lacking[piece.Element] = lacking.TryGetValue(piece.Element, out var other) ? Int128.Min(other, here) : here;
        }

        return [.. lacking.Values];
    }

    private bool CanCross(InterdictionPiece piece)
    {
        var (from, to) = (_group[piece.Tail], _group[piece.Head]);
        return from != to && (piece.IsTwoWay || piece.IsInner || (to != 0 && from != 1));
    }

    private Int128? Room(InterdictionPiece piece)
    {
        var made = piece.Target < 0 ? -1 : _state.Level[piece.Target];
        var capacity = made >= 0 && _case.IsInEffect(piece.Target, made)
            ? _problem.Targets[piece.Target].Levels[made].ResidualCapacities[piece.Element]
            : piece.Capacity;
        return capacity == FlowGraph.Unlimited ? null : (Int128)capacity * _scale;
    }

    private bool Fits(int index)
    {
        var (piece, flow) = (_pieces.All[index], _flow[index]);
        if (flow < 0 && !piece.IsInner && !piece.IsTwoWay)
            return false;
        return Room(piece) is not { } room || (flow <= room && (piece.IsInner || -flow <= room));
    }

    private string? Balance()
    {
        var balance = new Int128[_pieces.NodeCount + 2];
        for (var index = 0; index < _flow.Length; index++)
        {
            balance[_group[_pieces.All[index].Tail]] += _flow[index];
            balance[_group[_pieces.All[index].Head]] -= _flow[index];
        }

        for (var group = 2; group < balance.Length; group++)
        {
            if (balance[group] != 0)
                return $"the flow is not conserved at node {group - 2}: {balance[group]} parts too much leave";
        }

        Value = balance[0];
        return null;
    }
}
