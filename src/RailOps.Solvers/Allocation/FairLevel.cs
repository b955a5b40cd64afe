using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Demanders that get the same share of their need under <see cref="AllocationPolicy.Fair"/>, and the cut that allows no more:
/// everything behind it goes exactly to them and to the demanders of earlier (smaller) levels.
/// </summary>
/// <param name="ShareNumerator">Numerator of the share, 0 or more.</param>
/// <param name="ShareDenominator">Denominator of the share, at least the numerator and at least 1; not always in lowest terms.</param>
/// <param name="Demands">Indices of the demanders that get this share, ascending.</param>
/// <param name="Cut">The cut of the graph that is used up; null at a share of 1, where nothing is short.</param>
public sealed record FairLevel(long ShareNumerator, long ShareDenominator, ImmutableArray<int> Demands, NodeCut? Cut);
