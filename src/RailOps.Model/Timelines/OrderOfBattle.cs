using System.Collections.Immutable;

namespace RailOps.Model.Timelines;

/// <summary>What stands at a front from a day on, until the next one of the same front replaces it whole.</summary>
/// <param name="Date">First day.</param>
/// <param name="Formations">The rows.</param>
public sealed record OrderOfBattle(DateOnly Date, ImmutableArray<FormationsPresent> Formations);
