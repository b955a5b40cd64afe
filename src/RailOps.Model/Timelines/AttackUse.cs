using System.Collections.Immutable;

namespace RailOps.Model.Timelines;

/// <summary>What one attack by a means takes and where it can fall.</summary>
/// <param name="Resource">What is spent, lower-case words with hyphens, for example <c>air-sorties</c>; its unit is one of them.</param>
/// <param name="CostCount">Units of the resource that one attack takes, 0 or more.</param>
/// <param name="AttackLimitCount">Most attacks by this means, 0 or more; null: only the resource limits them.</param>
/// <param name="Strikes">What can be struck.</param>
/// <param name="ReachKm">Farthest target from a station that the attacker holds (km, straight line); null: anywhere.</param>
/// <param name="SmallestLengthMetres">Only tunnels and bridges known to be as long as this (metres); null: any.</param>
/// <param name="IsTogether">True: one attack strikes all of <paramref name="Strikes"/> at once.</param>
public sealed record AttackUse(
    string Resource,
    long CostCount,
    long? AttackLimitCount,
    ImmutableArray<AttackSelector> Strikes,
    decimal? ReachKm,
    decimal? SmallestLengthMetres,
    bool IsTogether);
