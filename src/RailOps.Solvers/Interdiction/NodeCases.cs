namespace RailOps.Solvers.Interdiction;

/// <summary>The two cases of a node of the search.</summary>
/// <param name="Attack">The attack that is made or ruled out.</param>
/// <param name="Attacked">The case with it.</param>
/// <param name="Without">The case without.</param>
internal sealed record NodeCases(Attack Attack, SearchNode Attacked, SearchNode Without);
