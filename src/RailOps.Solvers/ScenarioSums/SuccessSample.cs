using System.Collections.Immutable;
using RailOps.Solvers.Outcomes;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Attacks that succeed with a probability, each target for itself: a sample of draws of which attacks succeed. The sum over the draws,
/// divided by their number, is the sample average of what a plan leaves (W.-K. Mak, D. P. Morton and R. K. Wood 1999; for interdiction U.
/// Janjarassuk and J. Linderoth 2008). The best plan for the sample need not be best in truth; see <see cref="SampleAverageInterdiction"/>.
/// </summary>
public static class SuccessSample
{
    /// <summary>Parts in a certainty: probabilities are whole parts per million.</summary>
    public const int Certain = 1_000_000;

    /// <summary>Draws a sample. Equal draws become one case, in the order first drawn; the weights add up to the number of draws.</summary>
    /// <param name="successPartsPerMillion">Per target and level: probability of success, 0 to <see cref="Certain"/>.</param>
    /// <param name="drawCount">Number of draws, 1 or more.</param>
    /// <param name="seed">Same seed, same draws.</param>
    /// <exception cref="ArgumentException">A number makes no sense; the message says which and why.</exception>
    public static ImmutableArray<SumCase> Cases(ImmutableArray<ImmutableArray<int>> successPartsPerMillion, int drawCount, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drawCount, 1);
        Require(successPartsPerMillion);
        var random = new OutcomeDraws(seed);
        var (index, cases) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<(ImmutableArray<ulong> InEffect, long Count)>());
        for (var draw = 0; draw < drawCount; draw++)
        {
            // One number per target: only one of its levels is ever used, so they may share it, and equal draws become more frequent.
            var inEffect = successPartsPerMillion.Select(levels => Succeeding(levels, (int)random.Below(Certain))).ToImmutableArray();
            var key = string.Join(',', inEffect);
            if (index.TryAdd(key, cases.Count))
                cases.Add((inEffect, 0));
            cases[index[key]] = (inEffect, cases[index[key]].Count + 1);
        }

        return [.. cases.Select(one => new SumCase(one.Count, one.InEffect))];
    }

    internal static void Require(ImmutableArray<ImmutableArray<int>> successPartsPerMillion)
    {
        if (successPartsPerMillion.IsDefault)
            throw new ArgumentException("There should be probabilities for every target, but they are the default value.", nameof(successPartsPerMillion));
        for (var target = 0; target < successPartsPerMillion.Length; target++)
        {
            if (successPartsPerMillion[target].IsDefaultOrEmpty || successPartsPerMillion[target].Any(parts => parts is < 0 or > Certain))
            {
                throw new ArgumentException(
                    $"Target {target} should have a probability of 0 to {Certain} parts per million for each of its levels, but one is missing or outside.",
                    nameof(successPartsPerMillion));
            }
        }
    }

    private static ulong Succeeding(ImmutableArray<int> levels, int drawn)
    {
        var mask = 0UL;
        for (var level = 0; level < levels.Length; level++)
            mask |= drawn < levels[level] ? 1UL << level : 0;
        return mask;
    }
}
