using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace RailOps.Rpc.Hosting;

/// <summary>What the host logs. Never the text of requests or metadata.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Call {Method} failed with an unexpected exception.")]
    public static partial void UnexpectedException(ILogger logger, string method, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "Call {Method} ended with {StatusCode}: {Detail}")]
    public static partial void EndedWithStatus(ILogger logger, string method, StatusCode statusCode, string detail);

    [LoggerMessage(3, LogLevel.Debug, "The response of call {Method} could not be completed at its deadline.")]
    public static partial void DeadlineNotSent(ILogger logger, string method, Exception exception);
}
