using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Something an attacker can hit once, at one of several levels: an arc, an edge, a node, or several of them that fall together
/// (a bridge under two lines). What is in no target cannot be attacked. Immutable.
/// </summary>
/// <param name="Elements">The arcs and nodes hit together, at least one; an element belongs to one target at most.</param>
/// <param name="Levels">The ways to attack, 1 to <see cref="LargestLevelCount"/>; a plan picks one of them or none.</param>
public sealed record AttackTarget(ImmutableArray<AttackElement> Elements, ImmutableArray<AttackLevel> Levels)
{
    /// <summary>The largest number of levels of one target.</summary>
    public const int LargestLevelCount = 60;

    /// <summary>An arc or edge that one attack of one resource brings down to a capacity.</summary>
    /// <param name="arcId">Its id.</param>
    /// <param name="cost">Cost of the attack, 0 or more.</param>
    /// <param name="residualCapacity">Capacity left, in flow units; 0 destroys.</param>
    public static AttackTarget Arc(int arcId, long cost, long residualCapacity = 0) =>
        Of(AttackElement.Arc(arcId), new AttackLevel([cost], [residualCapacity]));

    /// <summary>A node that one attack of one resource brings down to a capacity.</summary>
    /// <param name="node">Its id.</param>
    /// <param name="cost">Cost of the attack, 0 or more.</param>
    /// <param name="residualCapacity">Flow units that can still pass; 0 destroys.</param>
    public static AttackTarget Node(int node, long cost, long residualCapacity = 0) =>
        Of(AttackElement.Node(node), new AttackLevel([cost], [residualCapacity]));

    /// <summary>One element with any levels.</summary>
    /// <param name="element">The arc or node.</param>
    /// <param name="levels">The ways to attack it, each with one residual capacity.</param>
    public static AttackTarget Of(AttackElement element, params ReadOnlySpan<AttackLevel> levels) => new([element], [.. levels]);
}
