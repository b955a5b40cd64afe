using Google.Protobuf;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell;

/// <summary>uncertainty: what is asked, what is shown, and how it ends.</summary>
[TestFixture]
internal sealed class UncertaintyCommandTests
{
    private static readonly string[] Siberia = ["uncertainty", "japanese-siberia", "--date", "1940-06-01", "--close", "circum-baikal-tunnels", "--draws", "30"];

    private static FakeClient Fake(Termination termination = Termination.Sampled) => new FakeClient().Answer<SampleUncertaintyRequest>(_ => new UncertaintyResult
    {
        Headline = "done",
        Total = new FrontUncertainty
        {
            DisplayName = "All fronts", SustainedDivisionCount = new CountBand(), DeliveredTonnesPerDay = new AmountBand(),
        },
        Solve = new SolveSummary { Termination = termination },
    });

    [Test]
    public async Task Everything_typed_reaches_the_request()
    {
        var client = Fake();
        var run = await ShellRun.OfAsync(client, [.. Siberia, "--seed", "9", "--correlation", "0.25", "--tornado", "0", "--threads", "2", "--time-limit", "20s", "--policy", "fair", "--posture", "attack"]);
        var request = (SampleUncertaintyRequest)client.LastRequest!;
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That((request.DrawCount, request.Seed, request.CorrelationRatio, request.TornadoCount), Is.EqualTo((30, 9L, 0.25, -1)));
        Assert.That((request.Limits.ThreadCount, request.Limits.TimeLimit.Seconds), Is.EqualTo((2, 20L)));
        Assert.That((request.Policy, request.Posture), Is.EqualTo((AllocationPolicy.Fair, Posture.Attack)));
        Assert.That(request.Scenario.Changes.Single().Close.Target, Is.EqualTo("circum-baikal-tunnels"));
    }

    [Test]
    public async Task Five_hundred_draws_and_the_correlation_of_the_data_are_usual()
    {
        var client = Fake();
        await ShellRun.OfAsync(client, "uncertainty", "history-1940");
        var request = (SampleUncertaintyRequest)client.LastRequest!;
        Assert.That((request.DrawCount, request.HasCorrelationRatio, request.TornadoCount), Is.EqualTo((500, false, 15)));
    }

    [Test]
    public async Task Draws_that_were_stopped_end_with_4() =>
        Assert.That((await ShellRun.OfAsync(Fake(Termination.TimeLimit), Siberia)).ExitCode, Is.EqualTo(4));

    [Test]
    public async Task A_count_that_is_no_number_is_refused_before_anybody_is_asked()
    {
        var client = Fake();
        var run = await ShellRun.OfAsync(client, "uncertainty", "history-1940", "--draws", "many");
        Assert.That((run.ExitCode, client.LastRequest), Is.EqualTo((2, (IMessage?)null)));
    }

    [Test]
    public async Task The_report_has_bands_chances_cut_and_tornado()
    {
        using var program = RunningProgram.Start([.. Siberia, "--data", RepositoryFolder.Networks]);
        var (exitCode, output, error) = await program.ReadToEndAsync();
        Assert.That(exitCode, Is.Zero, error);
        foreach (var heading in new[] { "10 / 50 / 90 %", "Chances that at least so many are sustained", "How often a place is in the cut", "What matters most", "correlation of 0.5 (assumed, grade D)", "certificate accepted" })
            Assert.That(output, Does.Contain(heading));
    }

    [Test]
    public async Task The_program_and_a_server_give_the_same_draws()
    {
        using var server = RunningProgram.Start("serve", "--data", RepositoryFolder.Networks, "--grpc-port", "0", "--http-port", "0");
        var address = (await server.LineWithAsync("  gRPC ")).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[1];
        var near = await AskAsync("--data", RepositoryFolder.Networks);
        var far = await AskAsync("--server", address);
        near.Solve = far.Solve = null;
        Assert.That(far, Is.EqualTo(near));
    }

    private static async Task<UncertaintyResult> AskAsync(params string[] options)
    {
        using var program = RunningProgram.Start([.. Siberia, "--json", .. options]);
        var (exitCode, output, error) = await program.ReadToEndAsync();
        Assert.That(exitCode, Is.Zero, error);
        return JsonParser.Default.Parse<UncertaintyResult>(output);
    }
}
