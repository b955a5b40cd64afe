using System.Collections.Immutable;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>One box of whole-unit vectors in a <see cref="UnitWorthProof"/>: split in two, or closed by cuts.</summary>
/// <param name="Demand">The demander that the two parts differ in; -1 if closed.</param>
/// <param name="Units">The first part has at most so many units for it, the second more.</param>
/// <param name="AtMost">Index of the first part's box; -1 if closed.</param>
/// <param name="More">Index of the second part's box; -1 if closed.</param>
/// <param name="Cuts">
/// If closed, indices of cuts: a single one that cannot let the box's least units through, or one for each prefix of the demanders sorted
/// by weight per flow unit (largest first, equals by index), which together bound the worth.
/// </param>
public sealed record UnitWorthBox(int Demand, long Units, int AtMost, int More, ImmutableArray<int> Cuts);
