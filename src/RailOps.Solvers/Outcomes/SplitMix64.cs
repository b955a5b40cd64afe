namespace RailOps.Solvers.Outcomes;

/// <summary>
/// The generator behind every random number here, the same on every machine (G. L. Steele, D. Lea and C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014): the n-th number of a seed is <c>Mix(seed + n x Step)</c>, n from 1.
/// </summary>
public static class SplitMix64
{
    /// <summary>Distance of two states.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>Makes a number of a state; one to one, and nearby states give numbers that have nothing in common.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Any 64 bits, each pattern as likely.</returns>
    public static ulong Mix(ulong state)
    {
        unchecked
        {
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
