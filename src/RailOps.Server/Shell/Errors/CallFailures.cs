using Grpc.Core;
using RailOps.Server.Shell.Clients;
using RpcStatus = RailOps.Contracts.Rpc.Status;

namespace RailOps.Server.Shell.Errors;

/// <summary>Turns failed gRPC calls into failures that the shell can tell.</summary>
internal static class CallFailures
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>The failure with the details that travelled with it.</summary>
    /// <param name="failure">What the call threw.</param>
    /// <param name="server">Address that was called; null: this process answered.</param>
    public static CallFailedException From(RpcException failure, string? server)
    {
        var details = failure.Trailers.FirstOrDefault(trailer => trailer.Key == DetailsTrailer);
        if (details is not null)
            return new CallFailedException(RpcStatus.Parser.ParseFrom(details.ValueBytes), failure);
        return (failure.StatusCode, server) switch
        {
            (StatusCode.Unavailable, not null) => Faults.Other(
                CallCodes.Unavailable,
                "SERVER_UNREACHABLE",
                $"No server answers at {server}. Start one with ./railops up, or leave out --server and let this process answer.",
                failure),
            (StatusCode.Unimplemented, not null) => Faults.Other(
                (int)StatusCode.Unimplemented,
                "CALL_UNKNOWN",
                $"What answers at {server} does not know this question: it is another program, or an older RailOps than this one.",
                failure),
            _ => new CallFailedException(new RpcStatus { Code = (int)failure.StatusCode, Message = Text(failure) }, failure),
        };
    }

    private static string Text(RpcException failure) =>
        failure.Status.Detail is { Length: > 0 } detail ? detail : $"The call failed with {failure.StatusCode} and no message.";
}
