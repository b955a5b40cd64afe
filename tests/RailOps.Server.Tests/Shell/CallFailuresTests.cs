using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Errors;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class CallFailuresTests
{
    [Test]
    public void Details_that_travelled_with_the_error_are_kept_even_if_the_server_is_unavailable()
    {
        var failure = RpcErrors.Create(StatusCode.Unavailable, ErrorReasons.Draining, "The server is shutting down.", retryAfter: TimeSpan.FromSeconds(2));

        var told = CallFailures.From(failure, "localhost:5080");

        Assert.That(told.Message, Is.EqualTo("The server is shutting down."));
        Assert.That(told.Status.Details, Has.Count.EqualTo(2));
    }

    [TestCase(StatusCode.Unavailable, "No server answers at localhost:5080.")]
    [TestCase(StatusCode.Unimplemented, "does not know this question")]
    [TestCase(StatusCode.Internal, "detail of the call")]
    public void Without_details_the_message_says_what_to_do(StatusCode code, string expected)
    {
        var told = CallFailures.From(new RpcException(new Status(code, "detail of the call")), "localhost:5080");

        Assert.That(told.Message, Does.Contain(expected));
        Assert.That(told.Status.Code, Is.EqualTo((int)code));
    }
}
