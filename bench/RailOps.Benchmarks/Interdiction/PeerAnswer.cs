namespace RailOps.Benchmarks.Interdiction;

/// <summary>What another solver said of one instance.</summary>
/// <param name="Solver">Its name.</param>
/// <param name="IsProven">True: it says that its value is the least.</param>
/// <param name="Value">Best value found; not a number if none.</param>
/// <param name="Bound">Bound proved; not a number if not told.</param>
/// <param name="NodeCount">Tree nodes; null if not told.</param>
/// <param name="Seconds">Processor seconds.</param>
/// <param name="RunCount">Runs, of which <paramref name="Seconds"/> is the median.</param>
internal sealed record PeerAnswer(string Solver, bool IsProven, double Value, double Bound, long? NodeCount, double Seconds, int RunCount)
{
    /// <summary>Least processor time that the shell tells, in seconds.</summary>
    public const double Tick = 0.01;

    // All values are whole; the peers count with floating-point numbers.
    private const double Tolerance = 0.01;

    /// <summary>False if it contradicts a proven value.</summary>
    public bool AgreesWith(long value) =>
        (!IsProven || Math.Abs(Value - value) <= Tolerance) && !(Value < value - Tolerance) && !(Bound > value + Tolerance);

    /// <summary>Seconds, tree nodes and status for a table.</summary>
    public override string ToString()
    {
        var nodes = NodeCount is { } count ? $", {count} nodes" : "";
        if (IsProven)
            return FormattableString.Invariant($"{(Seconds < Tick ? $"under {Tick}" : $"{Seconds:0.00}")}{nodes}");
        var gap = double.IsNaN(Value - Bound) ? "" : FormattableString.Invariant($", gap {(Value - Bound) / Value:0.0%}");
        var state = double.IsNaN(Value) ? "nothing found" : FormattableString.Invariant($"{Value:0} found");
        var bound = double.IsNaN(Bound) ? "no bound" : FormattableString.Invariant($"bound {Bound:0.#}");
        return FormattableString.Invariant($"unproven at {Seconds:0}: {state}, {bound}{gap}{nodes}");
    }
}
