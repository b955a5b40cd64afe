namespace RailOps.Solvers.Outcomes;

/// <summary>
/// Draws that are the same on every machine (G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014).
/// </summary>
internal sealed class OutcomeDraws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 to below a limit, each as likely; draws that would favour some are drawn again.</summary>
    public long Below(long limit)
    {
        var fair = ulong.MaxValue - (ulong.MaxValue % (ulong)limit);
        ulong drawn;
        do
            drawn = Next();
        while (drawn >= fair);
        return (long)(drawn % (ulong)limit);
    }

    /// <summary>Any 64 bits, each pattern as likely.</summary>
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
}
