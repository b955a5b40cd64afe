using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>A node of the search that waits to be looked at.</summary>
internal sealed class SearchNode
{
    /// <summary>The parent's net (for the root: its own); what was merged and decided since is not in it yet.</summary>
    public required AttackNet Net { get; init; }

    /// <summary>What the parent merged; null at the root.</summary>
    public NetContraction? Contraction { get; init; }

    /// <summary>Levels open per open target of <see cref="Net"/>.</summary>
    public required ulong[] Open { get; init; }

    /// <summary>The attack decided last, by open target of <see cref="Net"/> and level, or (-1, -1).</summary>
    public (int Target, int Level) Attack { get; init; } = (-1, -1);

    /// <summary>What is left of the budgets after all attacks decided.</summary>
    public required long[] Budget { get; init; }

    /// <summary>All attacks decided, the last one included.</summary>
    public ImmutableStack<Attack> Decided { get; init; } = [];

    /// <summary>The cut that bounded the parent best; null at the root.</summary>
    public PricedCut? ParentCut { get; init; }

    /// <summary>Lower bound in flow units.</summary>
    public required long Bound { get; init; }

    /// <summary>Where the proof of this node is written; known once the search comes to the parent.</summary>
    public int ProofNode { get; set; }

    /// <summary>The last look at this node by another thread; null before the first. Guarded by the lock of <see cref="NodeTeam"/>.</summary>
    public NodeAttempt? Attempt { get; set; }
}
