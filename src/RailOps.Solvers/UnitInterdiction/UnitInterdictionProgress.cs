namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Where the solver stands; reported whenever plan or bound got better.</summary>
/// <param name="Worth">Worth of whole units left by the best plan so far.</param>
/// <param name="Bound">Worth that every plan leaves at least.</param>
/// <param name="Gap">See <see cref="UnitInterdictionResult.GapBetween"/>.</param>
/// <param name="SearchNodeCount">Nodes of the tree looked at, earlier rounds included.</param>
/// <param name="OpenNodeCount">Nodes of the present tree still to be looked at.</param>
public sealed record UnitInterdictionProgress(long Worth, long Bound, double Gap, long SearchNodeCount, long OpenNodeCount);
