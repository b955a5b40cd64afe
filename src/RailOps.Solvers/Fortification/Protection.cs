using System.Collections.Immutable;

namespace RailOps.Solvers.Fortification;

/// <summary>
/// Something a defender can do once: guard one attack target, or several with one garrison, so that none of them can be attacked
/// at any level. Several protections may guard the same target. Immutable.
/// </summary>
/// <param name="Targets">Indices of the targets guarded, one or more, each once, in any order.</param>
/// <param name="Costs">Cost per resource of the defender, in the resource's unit, 0 or more; one entry per budget of the defender.</param>
public sealed record Protection(ImmutableArray<int> Targets, ImmutableArray<long> Costs)
{
    /// <summary>One target guarded for one resource.</summary>
    /// <param name="target">Index of the attack target.</param>
    /// <param name="cost">Cost of the protection, 0 or more.</param>
    public static Protection Of(int target, long cost) => new([target], [cost]);
}
