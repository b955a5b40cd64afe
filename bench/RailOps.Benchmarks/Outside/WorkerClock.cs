using System.Diagnostics;
using RailOps.OrTools.Workers;

namespace RailOps.Benchmarks.Outside;

/// <summary>Processor time of this process and of the OR-Tools workers that wait for it.</summary>
internal sealed class WorkerClock(NodeWorkerHost host)
{
    private const int RunCount = 5;

    /// <summary>Runs it once to warm up, then takes the medians of five runs; after a first run of more than a given time it is not run again.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">The question.</param>
    /// <param name="longRunSeconds">Wall seconds that are too long for a repetition.</param>
    public (T Answer, Repeated Times) Measure<T>(Func<T> ask, double longRunSeconds = 20)
    {
        var (answer, first) = Once(ask);
        if (first.Wall > longRunSeconds)
            return (answer, first);
        var runs = Enumerable.Range(0, RunCount).Select(_ => Once(ask).Times).ToList();
        return (answer, new Repeated(Median(runs.Select(r => r.Processor)), Median(runs.Select(r => r.Wall)), RunCount));
    }

    /// <summary>One run.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">The question; a worker that it starts counts from its start.</param>
    public (T Answer, Repeated Times) Once<T>(Func<T> ask)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), ProcessorSeconds());
        var answer = ask();
        return (answer, new Repeated(ProcessorSeconds() - before, Stopwatch.GetElapsedTime(start).TotalSeconds, 1));
    }

    private double ProcessorSeconds() => Environment.CpuUsage.TotalTime.TotalSeconds + host.IdleWorkerIds.Sum(id =>
    {
        using var worker = Process.GetProcessById(id);
        return worker.TotalProcessorTime.TotalSeconds;
    });

    private static double Median(IEnumerable<double> seconds) => seconds.Order().ElementAt(RunCount / 2);
}
