namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Seeded random numbers, the same on every machine (G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014). Not for secrets.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1, each as likely as the others.</summary>
    public ulong Below(ulong count)
    {
        var last = ulong.MaxValue - (ulong.MaxValue % count);
        while (true)
        {
            var drawn = Next();
            if (drawn < last)
                return drawn % count;
        }
    }
}
