using RailOps.Solvers.Outcomes;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Random numbers by name: each draw has a stream of its own, and each name one number in it. So a draw does not depend on the thread
/// that makes it nor on which other figures are read, and one figure takes the same quantile in two what-ifs that share a seed.
/// Names are hashed by FNV-1a (G. Fowler, L. C. Noll and K.-P. Vo, 1991), numbers made by <see cref="SplitMix64"/>.
/// </summary>
internal static class NamedNumbers
{
    /// <summary>The hash of a name.</summary>
    public static ulong HashOf(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in name)
            hash = unchecked((hash ^ letter) * 0x00000100000001B3);
        return hash;
    }

    /// <summary>The stream of a draw.</summary>
    public static ulong StreamOf(ulong seed, int draw) => SplitMix64.Mix(unchecked(seed + ((ulong)(draw + 1L) * SplitMix64.Step)));

    /// <summary>The number of a name: a multiple of 2^-53 from 0 to below 1.</summary>
    public static double UnitOf(ulong stream, ulong name) => (SplitMix64.Mix(unchecked(stream + name)) >> 11) * (1.0 / (1UL << 53));
}
