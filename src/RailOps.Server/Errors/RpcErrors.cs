using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RailOps.Contracts.Rpc;
using GrpcStatus = Grpc.Core.Status;
using RpcStatus = RailOps.Contracts.Rpc.Status;

namespace RailOps.Server.Errors;

/// <summary>Makes the errors of this server: a code, a sentence for people, and details for programs (AIP-193).</summary>
public static class RpcErrors
{
    /// <summary>Trailer that carries a <c>google.rpc.Status</c>.</summary>
    public const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>Metadata key of the W3C trace id, 32 hexadecimal digits; there when a trace is recorded or passed on.</summary>
    public const string TraceIdKey = "trace_id";

    /// <summary>Makes an error with exactly one <c>ErrorInfo</c> and at most one each of the other details.</summary>
    /// <param name="code">The gRPC code; not OK.</param>
    /// <param name="reason">One of <see cref="ErrorReasons"/>.</param>
    /// <param name="message">What happened, where, why with numbers, what to do. No internals.</param>
    /// <param name="metadata">Every variable of the message, by name.</param>
    /// <param name="fieldViolations">Which fields were wrong.</param>
    /// <param name="resource">Kind and name of the resource that was looked for.</param>
    /// <param name="retryAfter">How long to wait before trying again; more than 0.</param>
    /// <returns>The exception to throw.</returns>
    /// <exception cref="ArgumentException">The code is OK, or the reason is not in the registry.</exception>
    public static RpcException Create(
        StatusCode code,
        string reason,
        string message,
        IReadOnlyDictionary<string, string>? metadata = null,
        IReadOnlyList<FieldViolation>? fieldViolations = null,
        (string Type, string Name)? resource = null,
        TimeSpan? retryAfter = null)
    {
        if (code == StatusCode.OK)
            throw new ArgumentException("An error needs a code other than OK.", nameof(code));
        if (!ErrorReasons.All.Contains(reason, StringComparer.Ordinal))
            throw new ArgumentException($"Reason \"{reason}\" should be in ErrorReasons, but is not.", nameof(reason));
        var status = new RpcStatus { Code = (int)code, Message = message };
        status.Details.Add(Any.Pack(Info(reason, metadata)));
        status.Details.AddRange(Details(fieldViolations, resource, retryAfter, message).Select(detail => Any.Pack(detail)));
        return new RpcException(new GrpcStatus(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }

    /// <summary>How long an error asks to wait before trying again.</summary>
    /// <param name="failure">An error of this server.</param>
    /// <returns>The wait; null: the error says nothing of it.</returns>
    public static TimeSpan? RetryAfter(RpcException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Trailers.GetValueBytes(DetailsTrailer) is { } bytes
            ? RpcStatus.Parser.ParseFrom(bytes).Details
                .Where(detail => detail.Is(RetryInfo.Descriptor))
                .Select(detail => (TimeSpan?)detail.Unpack<RetryInfo>().RetryDelay.ToTimeSpan())
                .FirstOrDefault()
            : null;
    }

    private static ErrorInfo Info(string reason, IReadOnlyDictionary<string, string>? metadata)
    {
        var info = new ErrorInfo { Reason = reason, Domain = ErrorReasons.Domain };
        foreach (var (key, value) in metadata ?? new Dictionary<string, string>())
            info.Metadata[key] = value;
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
            info.Metadata[TraceIdKey] = activity.TraceId.ToHexString();
        return info;
    }

    private static IEnumerable<IMessage> Details(
        IReadOnlyList<FieldViolation>? fieldViolations, (string Type, string Name)? resource, TimeSpan? retryAfter, string message)
    {
        if (fieldViolations is { Count: > 0 })
            yield return Violations(fieldViolations);
        if (resource is var (type, name))
            yield return new ResourceInfo { ResourceType = type, ResourceName = name, Description = message };
        if (retryAfter is { } delay)
            yield return new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) };
    }

    private static BadRequest Violations(IReadOnlyList<FieldViolation> fieldViolations)
    {
        var bad = new BadRequest();
        foreach (var violation in fieldViolations)
            bad.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description });
        return bad;
    }
}
