using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.Rpc;
using RailOps.Server.Errors;
using RailOps.Server.Tests.Rpc.Contract;
using Status = RailOps.Contracts.Rpc.Status;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class StatusTests : ProbeFixture
{
    private const string Text = "50 % of \"Слюдянка\"\nis gone – ask again";

    [Test]
    public async Task Each_of_the_sixteen_codes_arrives_with_its_text([Range(1, 16)] int code)
    {
        var failure = (await Assert.ThrowsAsync<RpcException>(() => Client.FailAsync(new FailRequest { Code = code, Text = Text }).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo((StatusCode)code));
        Assert.That(failure.Status.Detail, Is.EqualTo(Text));
    }

    [Test]
    public async Task Details_arrive_with_every_code([Range(1, 16)] int code)
    {
        var request = new FailRequest { Code = code, Text = Text, WithDetails = true };

        var failure = (await Assert.ThrowsAsync<RpcException>(() => Client.FailAsync(request).ResponseAsync))!;

        var status = Status.Parser.ParseFrom(failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer));
        Assert.That(status.Code, Is.EqualTo(code));
        Assert.That(status.Message, Is.EqualTo(Text));
        Assert.That(status.Details, Has.Count.EqualTo(4));
        var info = status.Details[0].Unpack<ErrorInfo>();
        Assert.That((info.Domain, info.Reason, info.Metadata["target"]), Is.EqualTo(("railops", "TARGET_UNKNOWN", "slyudanka")));
        Assert.That(info.Metadata[RpcErrors.TraceIdKey], Does.Match("^[0-9a-f]{32}$"));
        Assert.That(status.Details[1].Unpack<BadRequest>().FieldViolations.Single().Field, Is.EqualTo("changes[0].close.target"));
        Assert.That(status.Details[2].Unpack<ResourceInfo>().ResourceName, Is.EqualTo("slyudanka"));
        Assert.That(status.Details[3].Unpack<RetryInfo>().RetryDelay.ToTimeSpan(), Is.EqualTo(TimeSpan.FromSeconds(2.5)));
    }

    [Test]
    public async Task An_unexpected_exception_becomes_INTERNAL_and_keeps_its_text_to_itself()
    {
        var failure = (await Assert.ThrowsAsync<RpcException>(() => Client.FailAsync(new FailRequest { Unexpected = true }).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Internal));
        Assert.That(failure.Status.Detail, Does.Not.Contain(ProbeGrpcService.SecretText).And.Not.Contain("InvalidOperation"));
        var info = Status.Parser.ParseFrom(failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer)).Details.Single().Unpack<ErrorInfo>();
        Assert.That(info.Reason, Is.EqualTo(ErrorReasons.Unexpected));
        Assert.That(failure.Status.Detail, Does.Contain(info.Metadata[RpcErrors.TraceIdKey]));
    }
}
