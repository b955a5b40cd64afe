namespace RailOps.Solvers.Outcomes;

/// <summary>
/// Draws that are the same on every machine, by <see cref="SplitMix64"/>.
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
    public ulong Next() => SplitMix64.Mix(_state = unchecked(_state + SplitMix64.Step));
}
