using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Fortification;

/// <summary>Writes down which attack settles or splits each node. Does nothing if no proof is wanted.</summary>
internal sealed class DefenceProof(bool isWanted)
{
    private readonly List<(int Attack, FortificationCase[] Cases)> _nodes = [];

    /// <summary>Starts a node and returns its index.</summary>
    public int AddNode()
    {
        if (isWanted)
            _nodes.Add((-1, []));
        return _nodes.Count - 1;
    }

    public void Settle(int node, int attack, params FortificationCase[] cases)
    {
        if (isWanted)
            _nodes[node] = (attack, cases);
    }

    /// <summary>The certificate, with the attacks that it names and no others.</summary>
    public FortificationCertificate Finish(IEnumerable<int> defence, InterdictionCertificate behind, IEnumerable<int> needed, AttackPool pool, bool isUnlimited)
    {
        var (attacks, place) = (ImmutableArray.CreateBuilder<AttackPlan>(), new Dictionary<int, int>());
        var needs = needed.Select(Place).ToImmutableArray();
        var nodes = isUnlimited ? [] : _nodes.Select(node => new FortificationProofNode(Place(node.Attack), [.. node.Cases])).ToImmutableArray();
        return new FortificationCertificate([.. defence], behind, attacks.ToImmutable(), needs, nodes);

        int Place(int attack)
        {
            if (place.TryAdd(attack, attacks.Count))
                attacks.Add(pool[attack]);
            return place[attack];
        }
    }
}
