using System.Diagnostics;

namespace RailOps.Benchmarks;

/// <summary>
/// Median times of several runs of the same question. Processor seconds of the whole process, so that other work on the machine does
/// little harm; wall seconds beside them for what a caller waits.
/// </summary>
/// <param name="Processor">Processor seconds of one run.</param>
/// <param name="Wall">Wall seconds of one run.</param>
/// <param name="Count">Samples that these are the medians of.</param>
internal sealed record Repeated(double Processor, double Wall, int Count)
{
    private const int UsualCount = 5;
    private const int FewestWarmUps = 3;
    private const double WarmUpSeconds = 1;
    private const double ShortestSampleSeconds = 0.02;

    /// <summary>
    /// Warms up for a processor second, then takes the median of 5 samples; what is short is run several times in a sample. What takes longer than
    /// <paramref name="longRun"/> the first time is not run again: there the compiler's work is a small part.
    /// </summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">The question.</param>
    /// <param name="longRun">Processor seconds that are too long for a repetition.</param>
    public static (T Answer, Repeated Times) Measure<T>(Func<T> ask, double longRun = 10)
    {
        var (answer, first) = Once(ask);
        if (first.Processor > longRun)
            return (answer, first);
        var shortest = first.Processor;
        var spent = first.Processor;
        for (var runs = 1; runs < FewestWarmUps || spent < WarmUpSeconds; runs++)
        {
            var one = Once(ask).Times.Processor;
            (shortest, spent) = (Math.Min(shortest, one), spent + Math.Max(one, 1e-5));
        }

        var batch = (int)Math.Ceiling(ShortestSampleSeconds / Math.Max(shortest, 1e-5));
        var samples = Enumerable.Range(0, UsualCount).Select(_ => Sample(ask, batch)).ToList();
        return (answer, new Repeated(Median(samples.Select(s => s.Processor)), Median(samples.Select(s => s.Wall)), UsualCount));
    }

    /// <summary>One run.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">The question.</param>
    public static (T Answer, Repeated Times) Once<T>(Func<T> ask)
    {
        var answer = default(T)!;
        var times = Sample(() => answer = ask(), 1);
        return (answer, times);
    }

    private static Repeated Sample<T>(Func<T> ask, int batch)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var run = 0; run < batch; run++)
            ask();
        return new Repeated(
            (Environment.CpuUsage.TotalTime - before).TotalSeconds / batch, Stopwatch.GetElapsedTime(start).TotalSeconds / batch, 1);
    }

    private static double Median(IEnumerable<double> seconds) => seconds.Order().ElementAt(UsualCount / 2);
}
