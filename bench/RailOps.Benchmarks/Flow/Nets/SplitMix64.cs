namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>
/// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014: a few lines that anybody can
/// repeat in any language, so that the nets of the benchmarks can be made again.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from a to b, both included, by remainder.</summary>
    public long Whole(long a, long b) => a + (long)(Next() % (ulong)(b - a + 1));

    /// <summary>A multiple of 2^-53 from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) / (double)(1UL << 53);
}
