using System.Globalization;
using Grpc.Core;
using RailOps.Server.Errors;
using RailOps.Server.Telemetry;

namespace RailOps.Server.Hosting;

/// <summary>
/// Lets a bounded number of solves run and a bounded number wait, first come first served; refuses the rest at once. Threads for solving are
/// taken here and nowhere else. Thread safe.
/// </summary>
/// <param name="options">How many run and wait, and how long a solve may take.</param>
/// <param name="telemetry">Counts and times.</param>
/// <param name="time">Measures.</param>
/// <param name="logger">Says when a solve was refused.</param>
public sealed class SolveGate(ServerOptions options, RailOpsTelemetry telemetry, TimeProvider time, ILogger<SolveGate> logger) : IDisposable
{
    private const double NewestWeight = 0.2;

    private readonly SemaphoreSlim _slots = new(options.ConcurrentSolveCount, options.ConcurrentSolveCount);
    private int _waitingCount;
    private double _averageSeconds = 1;

    /// <summary>Solves that wait now.</summary>
    public int WaitingCount => Volatile.Read(ref _waitingCount);

    /// <summary>Runs a solve on a thread of its own when its turn comes.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="problemType">Kind of question, for metrics, for example <c>assess_supply</c>.</param>
    /// <param name="solve">The work; its token fires when the caller leaves or the time limit is reached.</param>
    /// <param name="token">The caller's token: deadline and disconnect.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">
    /// RESOURCE_EXHAUSTED (QUEUE_FULL) with a retry hint, at once; DEADLINE_EXCEEDED (SOLVE_TIME_LIMIT) if the solve gave up at the limit.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public async Task<T> RunAsync<T>(string problemType, Func<CancellationToken, T> solve, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(solve);
        await EnterAsync(problemType, token);
        var start = time.GetTimestamp();
        telemetry.Active(problemType, 1);
        try
        {
            return await SolveAsync(problemType, solve, token);
        }
        finally
        {
            telemetry.Active(problemType, -1);
            Learn(time.GetElapsedTime(start));
            _slots.Release();
        }
    }

    /// <summary>Frees the gate; no solve may be running.</summary>
    public void Dispose() => _slots.Dispose();

    private async Task EnterAsync(string problemType, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var start = time.GetTimestamp();
        if (!await _slots.WaitAsync(0, CancellationToken.None))
            await QueueAsync(problemType, token);
        telemetry.Waited(problemType, time.GetElapsedTime(start));
    }

    private async Task QueueAsync(string problemType, CancellationToken token)
    {
        if (Interlocked.Increment(ref _waitingCount) > options.QueueLength)
        {
            Interlocked.Decrement(ref _waitingCount);
            throw QueueFull(problemType);
        }
        telemetry.Waiting(problemType, 1);
        try
        {
            await _slots.WaitAsync(token);
        }
        finally
        {
            telemetry.Waiting(problemType, -1);
            Interlocked.Decrement(ref _waitingCount);
        }
    }

    private async Task<T> SolveAsync<T>(string problemType, Func<CancellationToken, T> solve, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(options.SolveTimeLimit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        try
        {
            // Not on the pool: two long solves on two cores would leave it no thread to answer anything else.
            return await Task.Factory.StartNew(
                () => solve(linked.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw TimeLimit(problemType);
        }
    }

    private void Learn(TimeSpan elapsed) =>
        Volatile.Write(ref _averageSeconds, (1 - NewestWeight) * Volatile.Read(ref _averageSeconds) + NewestWeight * elapsed.TotalSeconds);

    private RpcException QueueFull(string problemType)
    {
        Log.QueueFull(logger, problemType, options.QueueLength);
        var expected = (options.QueueLength + 1) * Volatile.Read(ref _averageSeconds) / options.ConcurrentSolveCount;
        var wait = TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(expected), 1, 60));
        return RpcErrors.Create(
            StatusCode.ResourceExhausted,
            ErrorReasons.QueueFull,
            $"The queue is full ({options.QueueLength} requests wait for {options.ConcurrentSolveCount} solvers). "
            + $"Try again in about {wait.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s, or send fewer requests at a time.",
            new Dictionary<string, string>
            {
                ["queue_length"] = options.QueueLength.ToString(CultureInfo.InvariantCulture),
                ["concurrent_solve_count"] = options.ConcurrentSolveCount.ToString(CultureInfo.InvariantCulture),
                ["retry_after_seconds"] = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            },
            retryAfter: wait);
    }

    private RpcException TimeLimit(string problemType)
    {
        var seconds = options.SolveTimeLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return RpcErrors.Create(
            StatusCode.DeadlineExceeded,
            ErrorReasons.SolveTimeLimit,
            $"The solve of {problemType} stopped at this server's limit of {seconds} s without an answer. Ask a smaller question, or raise the limit.",
            new Dictionary<string, string> { ["problem_type"] = problemType, ["solve_time_limit_seconds"] = seconds });
    }
}
