using System.Runtime.ExceptionServices;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Does numbered pieces of work on several threads, in order of number. Each thread takes the next number; when told to stop it finishes what it
/// has taken, so that what is done are always the first so many pieces, whatever the threads.
/// </summary>
internal static class WorkTeam
{
    /// <summary>Does the work.</summary>
    /// <param name="count">Pieces.</param>
    /// <param name="threadCount">Threads, at least 1.</param>
    /// <param name="work">Does a piece, on any thread.</param>
    /// <param name="isOver">Looked at before each piece.</param>
    /// <returns>Pieces done: the first so many.</returns>
    /// <exception cref="OperationCanceledException">A piece was cancelled.</exception>
    public static int Run(int count, int threadCount, Action<int> work, Func<bool> isOver)
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

        return next;

        int? Take()
        {
            lock (gate)
                return next < count && !isOver() ? next++ : null;
        }
    }
}
