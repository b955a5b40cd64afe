using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>A node of the search that waits to be looked at: the plans that make some attacks and do not make some others.</summary>
internal sealed class UnitSearchNode
{
    /// <summary>What is decided.</summary>
    public required SearchRestriction Restriction { get; init; }

    /// <summary>What was decided since the parent looked into <see cref="Cases"/>.</summary>
    public NodeChange Change { get; init; } = NodeChange.None;

    /// <summary>The parent's witness, not yet known to be broken or unbreakable; null if one must be chosen.</summary>
    public Witness? Witness { get; init; }

    /// <summary>The cases of the witness that are still open.</summary>
    public IReadOnlyList<BreakCase> Cases { get; init; } = [];

    /// <summary>Where the proof of this node is written.</summary>
    public required int ProofNode { get; init; }
}
