using System.Runtime.ExceptionServices;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Does numbered pieces of work on several threads. Each thread takes the next number, so that what was begun are always the first so many
/// pieces, whatever the threads.
/// </summary>
internal static class WorkTeam
{
    /// <summary>Does the work.</summary>
    /// <param name="count">Pieces.</param>
    /// <param name="threadCount">Threads, at least 1.</param>
    /// <param name="work">Does a piece, on any thread.</param>
    /// <param name="over">Looked at before each piece.</param>
    /// <exception cref="OperationCanceledException">A piece was cancelled.</exception>
    public static void Run(int count, int threadCount, Action<int> work, CancellationToken over)
    {
        var next = 0;
        var gate = new Lock();
        try
        {
            Parallel.For(0, threadCount, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, _ =>
            {
                while (Take() is { } piece)
                    work(piece);
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        int? Take()
        {
            lock (gate)
                return next < count && !over.IsCancellationRequested ? next++ : null;
        }
    }
}
