using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.Rpc;
using RailOps.Server.Errors;
using Status = RailOps.Contracts.Rpc.Status;

namespace RailOps.Server.Tests.Services;

/// <summary>An error as a client sees it: code, message and the decoded details.</summary>
internal sealed class Fault
{
    private Fault(RpcException failure)
    {
        Code = failure.StatusCode;
        Message = failure.Status.Detail;
        var status = Status.Parser.ParseFrom(
            failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer) ?? throw new AssertionException($"{failure} carries no details."));
        Assert.That((status.Code, status.Message), Is.EqualTo(((int)Code, Message)), "the details repeat code and message");
        foreach (var detail in status.Details)
        {
            if (detail.TryUnpack<ErrorInfo>(out var info))
                Info = info;
            else if (detail.TryUnpack<BadRequest>(out var bad))
                Fields = [.. bad.FieldViolations.Select(v => v.Field)];
            else if (detail.TryUnpack<ResourceInfo>(out var resource))
                Resource = resource;
            else if (detail.TryUnpack<RetryInfo>(out var retry))
                RetryAfter = retry.RetryDelay.ToTimeSpan();
        }

        Assert.That(Info.Domain, Is.EqualTo(ErrorReasons.Domain));
    }

    public StatusCode Code { get; }

    public string Message { get; }

    public ErrorInfo Info { get; } = new();

    public IReadOnlyList<string> Fields { get; } = [];

    public ResourceInfo? Resource { get; }

    public TimeSpan? RetryAfter { get; }

    public string Suggestion => Info.Metadata.TryGetValue("suggestion", out var near) ? near : "";

    public static Fault Of(RpcException failure) => new(failure);

    public static async Task<Fault> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        using (call)
            return new Fault((await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync))!);
    }

    /// <summary>Checks the whole of an error that is about one field.</summary>
    public void IsAbout(StatusCode code, string reason, string field, string value, string suggestion = "")
    {
        Assert.That((Code, Info.Reason), Is.EqualTo((code, reason)), Message);
        Assert.That(Fields, Is.EqualTo(new[] { field }), Message);
        Assert.That(Info.Metadata["field"], Is.EqualTo(field));
        Assert.That(Info.Metadata["value"], Is.EqualTo(value));
        Assert.That(Message, Does.Contain(value));
        Assert.That(Suggestion, Is.EqualTo(suggestion), Message);
        Assert.That(Message, Does.Contain(suggestion));
        Assert.That(Info.Metadata[RpcErrors.TraceIdKey], Does.Match("^[0-9a-f]{32}$"));
    }
}
