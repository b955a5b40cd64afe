using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Writes down the steps of a search, so that they can be checked without it. Does nothing if no proof is wanted.</summary>
internal sealed class UnitProofRecorder(bool isWanted)
{
    private readonly List<UnitProofNode> _nodes = [];

    public bool IsWanted => isWanted;

    /// <summary>Starts a node and returns its index.</summary>
    public int AddNode()
    {
        if (isWanted)
            _nodes.Add(new UnitProofNode([], [], [], -1, -1, -1, -1));
        return _nodes.Count - 1;
    }

    /// <summary>A new witness; what was written about the one before is of no use any more.</summary>
    public void SetWitness(int node, Witness witness, IEnumerable<int> order)
    {
        if (isWanted)
            _nodes[node] = _nodes[node] with { Units = [.. witness.Units], Order = [.. order], Rounds = [] };
    }

    public void AddRounds(int node, IEnumerable<UnitProofRound> rounds)
    {
        if (isWanted)
            _nodes[node] = _nodes[node] with { Rounds = _nodes[node].Rounds.AddRange(rounds) };
    }

    public void AddParts(int node, Attack attack, int attacked, int without)
    {
        if (isWanted)
            _nodes[node] = _nodes[node] with { Target = attack.Target, Level = attack.Level, Attacked = attacked, Without = without };
    }

    public void Clear() => _nodes.Clear();

    public ImmutableArray<UnitProofNode> Nodes() => [.. _nodes];
}
