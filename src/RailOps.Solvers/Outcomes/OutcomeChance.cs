using System.Numerics;

namespace RailOps.Solvers.Outcomes;

/// <summary>How likely it is that a plan leaves a certain flow.</summary>
/// <param name="Value">Flow units left, or <see cref="Graphs.FlowGraph.Unlimited"/>.</param>
/// <param name="Numerator">The chance as a share of <see cref="OutcomeExpectation.Denominator"/>; draws, if sampled.</param>
public sealed record OutcomeChance(long Value, BigInteger Numerator);
