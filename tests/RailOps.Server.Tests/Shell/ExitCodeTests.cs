using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using NUnit.Framework;
using RailOps.Contracts.Rpc;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Clients;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class ExitCodeTests
{
    [TestCase(3, 2)]
    [TestCase(5, 2)]
    [TestCase(9, 2)]
    [TestCase(14, 3)]
    [TestCase(4, 4)]
    [TestCase(8, 1)]
    [TestCase(13, 1)]
    public async Task A_failed_call_ends_with_the_exit_code_of_its_kind(int code, int exitCode)
    {
        var run = await FailingAsync(new Status { Code = code, Message = "It failed." }, "assess", "sample");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Error, Is.EqualTo("railops: It failed.\n"));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    public async Task Field_and_suggestion_are_shown_with_the_message()
    {
        var run = await FailingAsync(UnknownTarget(), "assess", "sample");

        Assert.That(run.Error, Is.EqualTo(
            """
            railops: "tunel" is not a link, station, point, railway or side.
              in scenario.changes[0].close.target: unknown id
              Did you mean "tunnel"?

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task With_json_an_error_is_json_on_the_error_stream()
    {
        var run = await FailingAsync(UnknownTarget(), "assess", "sample", "--json");

        using var document = JsonDocument.Parse(run.Error);
        Assert.That(document.RootElement.GetProperty("code").GetInt32(), Is.EqualTo(3));
        Assert.That(document.RootElement.GetProperty("details")[0].GetProperty("reason").GetString(), Is.EqualTo("TARGET_UNKNOWN"));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task No_answer_in_time_ends_with_4_and_closes_the_client()
    {
        var client = new FakeClient().NeverAnswer<AssessSupplyRequest>();
        var run = await ShellRun.OfAsync(client, "assess", "sample", "--timeout", "0.05");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("No answer within 0.05 s").And.Contain("--timeout"));
        Assert.That(client.Disposed, Is.True);
    }

    [Test]
    public async Task Stopping_from_the_keyboard_ends_with_130()
    {
        using var stop = new CancellationTokenSource();
        var client = new FakeClient().Answer<AssessSupplyRequest>(_ => { stop.Cancel(); throw new OperationCanceledException(stop.Token); });
        var run = await ShellRun.OfAsync((_, _) => Task.FromResult<IRailOpsClient>(client), stop.Token, "assess", "sample");

        Assert.That(run.ExitCode, Is.EqualTo(130));
    }

    [Test]
    public async Task A_fault_of_our_own_is_one_sentence_without_a_stack()
    {
        var run = await ShellRun.OfAsync(
            new FakeClient().Answer<AssessSupplyRequest>(_ => throw new InvalidOperationException("The table is upside down.")), "assess", "sample");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("railops: This is a fault of RailOps").And.Contain("The table is upside down."));
        Assert.That(run.Error.TrimEnd('\n'), Does.Not.Contain("\n").And.Not.Contain(" at "));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("soon")]
    public async Task A_senseless_time_limit_is_bad_input(string timeout)
    {
        var run = await ShellRun.OfAsync(new FakeClient(), "assess", "sample", "--timeout", timeout);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--timeout"));
    }

    private static Task<ShellRun> FailingAsync(Status status, params string[] arguments) =>
        ShellRun.OfAsync(new FakeClient().Answer<AssessSupplyRequest>(_ => throw new CallFailedException(status)), arguments);

    private static Status UnknownTarget()
    {
        var info = new ErrorInfo { Reason = "TARGET_UNKNOWN", Domain = "railops", Metadata = { ["suggestion"] = "tunnel" } };
        var request = new BadRequest
        {
            FieldViolations = { new BadRequest.Types.FieldViolation { Field = "scenario.changes[0].close.target", Description = "unknown id" } },
        };
        return new Status
        {
            Code = 3,
            Message = "\"tunel\" is not a link, station, point, railway or side.",
            Details = { Any.Pack(info), Any.Pack(request) },
        };
    }
}
