using System.Diagnostics;
using System.Globalization;

namespace RailOps.Benchmarks;

/// <summary>
/// Times single calls and reads percentiles: what a caller waits. (BenchmarkDotNet averages over many calls in one measurement, which
/// hides the slow ones.)
/// </summary>
internal sealed class Latencies
{
    private readonly double[] _sortedMilliseconds;

    private Latencies(IEnumerable<double> milliseconds) => _sortedMilliseconds = [.. milliseconds.Order()];

    public double Median => At(0.50);

    public double P99 => At(0.99);

    /// <summary>Warms up, then times.</summary>
    public static async Task<Latencies> MeasureAsync(int warmUpCount, int count, Func<Task> call)
    {
        for (var i = 0; i < warmUpCount; i++)
            await call();
        var milliseconds = new double[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await call();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return new Latencies(milliseconds);
    }

    public static string Text(double milliseconds) => milliseconds.ToString("0.00", CultureInfo.InvariantCulture);

    private double At(double share) => _sortedMilliseconds[(int)Math.Ceiling(share * _sortedMilliseconds.Length) - 1];
}
