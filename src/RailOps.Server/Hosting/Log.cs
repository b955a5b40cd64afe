namespace RailOps.Server.Hosting;

/// <summary>What this server logs. Units are in the names of the placeholders; never request bodies, keys or metadata.</summary>
internal static partial class Log
{
    [LoggerMessage(
        100,
        LogLevel.Information,
        "Solve {ProblemType} by {Solver} ended {Termination}: size {ProblemSize}, {ElapsedSeconds:F6} s, {IterationCount} iterations, trace {TraceId}")]
    public static partial void SolveFinished(
        ILogger logger, string problemType, string solver, string termination, string problemSize, double elapsedSeconds, long iterationCount, string traceId);

    [LoggerMessage(101, LogLevel.Error, "Call {Method} failed with an unexpected exception; trace {TraceId}")]
    public static partial void UnexpectedException(ILogger logger, string method, string traceId, Exception exception);

    [LoggerMessage(102, LogLevel.Information, "Listening: gRPC on port {GrpcPort}, HTTP on port {HttpPort}; data revision {Revision}")]
    public static partial void Listening(ILogger logger, int grpcPort, int httpPort, string revision);

    [LoggerMessage(103, LogLevel.Information, "Shutting down: open streams end with UNAVAILABLE")]
    public static partial void Draining(ILogger logger);

    [LoggerMessage(104, LogLevel.Warning, "Solve {ProblemType} refused: all {QueueLength} places in the queue are taken")]
    public static partial void QueueFull(ILogger logger, string problemType, int queueLength);

    [LoggerMessage(105, LogLevel.Warning, "Keys of before stay in force: {Problem}")]
    public static partial void KeysNotRead(ILogger logger, string problem);

    [LoggerMessage(106, LogLevel.Information, "Keys read again from {Path}: {KeyCount}")]
    public static partial void KeysRead(ILogger logger, string path, int keyCount);

    [LoggerMessage(107, LogLevel.Information, "OR-Tools worker: {Line}")]
    public static partial void WorkerWrote(ILogger logger, string line);

    [LoggerMessage(108, LogLevel.Error, "An OR-Tools worker failed: {Reason}")]
    public static partial void WorkerCrashed(ILogger logger, string reason);

    [LoggerMessage(109, LogLevel.Information, "An OR-Tools worker was ended: its time was up, or its caller gave up")]
    public static partial void WorkerEnded(ILogger logger);

    [LoggerMessage(110, LogLevel.Error, "Solvers disagree on {ProblemType}: {Disagreement}; trace {TraceId}")]
    public static partial void SolversDisagreed(ILogger logger, string problemType, string disagreement, string traceId);

    [LoggerMessage(111, LogLevel.Warning, "OR-Tools did not solve {ProblemType} ({Reason}): {Message}; trace {TraceId}")]
    public static partial void SolverFailed(ILogger logger, string problemType, string reason, string message, string traceId);
}
