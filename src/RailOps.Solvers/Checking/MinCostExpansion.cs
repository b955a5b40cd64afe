using System.Collections.Immutable;
using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;

namespace RailOps.Solvers.Checking;

/// <summary>
/// The expanded net of docs/certificates.md, written out from the problem alone: n entries, n exits, and the nodes behind sources and
/// sinks. Sums are of any size.
/// </summary>
internal sealed class MinCostExpansion
{
    private readonly List<MinCostPiece> _pieces = [];
    private readonly BigInteger[] _supply;
    private readonly int _sourceHub;
    private readonly int _sinkHub;

    /// <param name="problem">The problem.</param>
    /// <param name="amount">What goes from one hub to the other; null: any amount may, and comes back without limit.</param>
    public MinCostExpansion(MinCostFlowProblem problem, long? amount)
    {
        var (graph, count) = (problem.Graph, problem.Graph.NodeCount);
        (_sourceHub, _sinkHub) = (2 * count, (2 * count) + 1);
        _supply = new BigInteger[(2 * count) + 2];
        for (var arc = 0; arc < graph.ArcCount; arc++)
            AddArc(problem, arc);
        for (var node = 0; node < count; node++)
            _pieces.Add(new(node, count + node, 0, graph.NodeCapacity(node), 0));
        for (var node = 0; node < problem.Supplies.Length; node++)
            _supply[problem.Supplies[node] >= 0 ? node : count + node] = problem.Supplies[node];
        foreach (var source in problem.Sources)
            _pieces.Add(new(_sourceHub, source, 0, FlowGraph.Unlimited, 0));
        foreach (var sink in problem.Sinks)
            _pieces.Add(new(count + sink, _sinkHub, 0, FlowGraph.Unlimited, 0));
        if (amount is { } sent)
            (_supply[_sourceHub], _supply[_sinkHub]) = (sent, -(BigInteger)sent);
        else
            _pieces.Add(new(_sinkHub, _sourceHub, 0, FlowGraph.Unlimited, 0));
    }

    public int NodeCount => _supply.Length;

    /// <summary>What the potentials prove that every flow costs; null if they prove nothing.</summary>
    public BigInteger? DualValue(ImmutableArray<long> potentials)
    {
        BigInteger value = 0;
        foreach (var piece in _pieces)
        {
            var reduced = (BigInteger)piece.Cost + potentials[piece.Tail] - potentials[piece.Head];
            if (reduced < 0 && piece.Upper == FlowGraph.Unlimited)
                return null;
            value += reduced * (reduced < 0 ? piece.Upper : piece.Lower);
        }

        for (var node = 0; node < _supply.Length; node++)
            value -= potentials[node] * _supply[node];
        return value;
    }

    /// <summary>The most that can leave the set less the least that must enter it; null if any amount can leave.</summary>
    public BigInteger? RoomOut(ImmutableArray<bool> inside)
    {
        BigInteger room = 0;
        foreach (var piece in _pieces)
        {
            if (inside[piece.Tail] && !inside[piece.Head])
            {
                if (piece.Upper == FlowGraph.Unlimited)
                    return null;
                room += piece.Upper;
            }
            else if (!inside[piece.Tail] && inside[piece.Head])
                room -= piece.Lower;
        }

        return room;
    }

    /// <summary>What the nodes of the set give together.</summary>
    public BigInteger SupplyInside(ImmutableArray<bool> inside)
    {
        BigInteger sum = 0;
        for (var node = 0; node < _supply.Length; node++)
            sum += inside[node] ? _supply[node] : 0;
        return sum;
    }

    public bool Separates(ImmutableArray<bool> inside) => inside[_sourceHub] && !inside[_sinkHub];

    private void AddArc(MinCostFlowProblem problem, int arc)
    {
        var (graph, count) = (problem.Graph, problem.Graph.NodeCount);
        var piece = new MinCostPiece(count + graph.Tail(arc), graph.Head(arc), problem.LowerBounds[arc], graph.Capacity(arc), problem.Costs[arc]);
        _pieces.Add(piece);
        if (!graph.IsDirected(arc))
            _pieces.Add(piece with { Tail = count + graph.Head(arc), Head = graph.Tail(arc) });
    }
}
