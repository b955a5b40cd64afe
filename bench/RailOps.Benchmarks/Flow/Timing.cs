namespace RailOps.Benchmarks.Flow;

/// <summary>What one solver took on one net.</summary>
/// <param name="Solver">Its name; with "flow" in it, it found arc flows, otherwise the cut or the value alone.</param>
/// <param name="Seconds">Processor seconds, median.</param>
/// <param name="BytesPerArc">Ours: bytes allocated by one solve. Peers: growth of the peak of resident memory in the first.</param>
/// <param name="Value">The value found.</param>
internal sealed record Timing(string Solver, double Seconds, double BytesPerArc, long Value)
{
    /// <summary>True if arc flows were found too.</summary>
    public bool HasFlow { get; init; }
}
