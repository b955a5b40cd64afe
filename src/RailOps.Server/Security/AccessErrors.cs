using System.Globalization;
using Grpc.Core;
using RailOps.Server.Errors;

namespace RailOps.Server.Security;

/// <summary>Why a request is refused before it is looked at. No message holds a key or a part of one.</summary>
internal static class AccessErrors
{
    private static readonly TimeSpan CallRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>No key was sent.</summary>
    public static RpcException KeyMissing() => RpcErrors.Create(
        StatusCode.Unauthenticated,
        ErrorReasons.KeyMissing,
        "This server asks for an API key. Send it as \"authorization: Bearer KEY\" or \"x-api-key: KEY\"; the railops shell sends RAILOPS_API_KEY.");

    /// <summary>The key sent is not in the file.</summary>
    public static RpcException KeyUnknown() => RpcErrors.Create(
        StatusCode.Unauthenticated,
        ErrorReasons.KeyUnknown,
        "The API key sent is not one of this server's, or is no longer. Check that it was copied whole, or ask for another.");

    /// <summary>The rate is used up.</summary>
    public static RpcException TooManyRequests(Caller caller, TimeSpan wait)
    {
        var limit = caller.RequestsPerSecond.ToString(CultureInfo.InvariantCulture);
        return RpcErrors.Create(
            StatusCode.ResourceExhausted,
            ErrorReasons.KeyRateExceeded,
            $"Key \"{caller.Key.Name}\" may send {limit} requests a second and has sent more. Try again in {Seconds(wait)} s, or send them more slowly.",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["key_name"] = caller.Key.Name, ["requests_per_second"] = limit, ["retry_after_seconds"] = Seconds(wait),
            },
            retryAfter: wait);
    }

    /// <summary>Too many calls are open.</summary>
    public static RpcException TooManyCalls(Caller caller)
    {
        var limit = caller.MostConcurrentCalls.ToString(CultureInfo.InvariantCulture);
        return RpcErrors.Create(
            StatusCode.ResourceExhausted,
            ErrorReasons.KeyCallsExceeded,
            $"Key \"{caller.Key.Name}\" may have {limit} calls open at a time and has that many. Wait for one to end.",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["key_name"] = caller.Key.Name, ["concurrent_calls"] = limit, ["retry_after_seconds"] = Seconds(CallRetryDelay),
            },
            retryAfter: CallRetryDelay);
    }

    private static string Seconds(TimeSpan wait) => wait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
