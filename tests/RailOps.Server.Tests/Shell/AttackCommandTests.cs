using Google.Protobuf;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell;

/// <summary>interdict, frontier, fortify and means on timelines: what is asked, what is refused, and how a search ends.</summary>
[TestFixture]
internal sealed class AttackCommandTests
{
    private static readonly string[] Siberia = ["japanese-siberia", "--date", "1940-04-15", "--against", "soviet", "--resource", "commando-raids=2"];

    private static FakeClient Fake() => new FakeClient()
        .Answer<InterdictRequest>(_ => new InterdictResult { Headline = "done", Plans = { new AttackPlan() }, Solve = new SolveSummary { Termination = Termination.Optimal } })
        .Answer<TraceFrontierRequest>(_ => new FrontierResult { Headline = "done", Solve = new SolveSummary { Termination = Termination.Optimal } })
        .Answer<FortifyRequest>(_ => new FortifyResult { Headline = "done", GuardedPlan = new AttackPlan(), UnguardedPlan = new AttackPlan(), Solve = new SolveSummary { Termination = Termination.TimeLimit } });

    [Test]
    public async Task Everything_typed_reaches_the_request()
    {
        var client = Fake();
        var run = await ShellRun.OfAsync(
            client, ["interdict", .. Siberia, "--side", "japan", "--resource", "air-sorties=500", "--exclude", "station:chita", "--policy", "weighted", "--objective", "divisions", "--plans", "5", "--time-limit", "20s", "--threads", "2", "--close", "bam"]);
        var request = (InterdictRequest)client.LastRequest!;
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That((request.Question.Scenario.Timeline, request.Question.Scenario.Side, request.Question.Attacker), Is.EqualTo(("japanese-siberia", "soviet", "japan")));
        Assert.That(request.Question.Resources.Select(r => (r.Resource, r.BudgetCount)), Is.EqualTo(new[] { ("commando-raids", 2L), ("air-sorties", 500L) }));
        Assert.That((request.Question.Policy, request.Question.Objective), Is.EqualTo((AllocationPolicy.Weighted, AttackObjective.SustainedDivisions)));
        Assert.That((request.PlanCount, request.Limits.ThreadCount, request.Limits.TimeLimit.Seconds), Is.EqualTo((5, 2, 20L)));
        Assert.That(request.Question.ExcludedTargets, Is.EqualTo(new[] { "station:chita" }));
        Assert.That(request.Question.Scenario.Changes.Single().Close.Target, Is.EqualTo("bam"));
        Assert.That(request.WithCertificate, Is.False);
    }

    [Test]
    public async Task Three_plans_and_three_guards_are_usual()
    {
        var client = Fake();
        await ShellRun.OfAsync(client, ["interdict", .. Siberia]);
        Assert.That(((InterdictRequest)client.LastRequest!).PlanCount, Is.EqualTo(3));
        await ShellRun.OfAsync(client, ["fortify", .. Siberia]);
        Assert.That(((FortifyRequest)client.LastRequest!).GuardCount, Is.EqualTo(3));
        await ShellRun.OfAsync(client, ["frontier", .. Siberia, "--vary", "commando-raids"]);
        Assert.That(((TraceFrontierRequest)client.LastRequest!).VariedResource, Is.EqualTo("commando-raids"));
    }

    [Test]
    public async Task A_search_stopped_before_its_proof_ends_with_4()
    {
        var run = await ShellRun.OfAsync(Fake(), ["fortify", .. Siberia]);
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Does.Contain("stopped at the time limit"));
    }

    [TestCase("interdict", "There should be a TIMELINE or --graph FILE")]
    [TestCase("frontier japanese-siberia --budget 3", "--budget goes with --graph only")]
    [TestCase("fortify japanese-siberia --defence-budget 3", "--defence-budget goes with --graph only")]
    [TestCase("interdict japanese-siberia --resource raids", "--resource \"raids\" should be NAME=COUNT")]
    [TestCase("interdict japanese-siberia --resource raids=1.5", "--resource \"raids=1.5\" should be NAME=COUNT")]
    [TestCase("interdict japanese-siberia --objective victory", "victory")]
    public async Task What_makes_no_sense_is_refused_before_anybody_is_asked(string line, string message)
    {
        var client = Fake();
        var run = await ShellRun.OfAsync(client, line.Split(' '));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(client.LastRequest, Is.Null);
    }

    [Test]
    public async Task The_program_and_a_server_give_the_same_worst_attack()
    {
        using var server = RunningProgram.Start("serve", "--data", RepositoryFolder.Networks, "--grpc-port", "0", "--http-port", "0");
        var address = (await server.LineWithAsync("  gRPC ")).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[1];
        var near = await AskAsync("--data", RepositoryFolder.Networks);
        var far = await AskAsync("--server", address);
        near.Solve = far.Solve = null;
        Assert.That(far, Is.EqualTo(near));
        Assert.That(near.Plans, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_certificate_is_written_where_it_was_asked_for()
    {
        var file = Path.Combine(Path.GetTempPath(), $"railops-{Guid.NewGuid():N}.json");
        try
        {
            using var program = RunningProgram.Start(["interdict", .. Siberia, "--certificate", file, "--data", RepositoryFolder.Networks]);
            var (exitCode, output, error) = await program.ReadToEndAsync();
            Assert.That(exitCode, Is.Zero, error);
            Assert.That(output, Does.Contain($"Wrote the certificate to {file}."));
            Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("{\"format\":\"railops.interdiction.certificate/1\""));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<InterdictResult> AskAsync(params string[] options)
    {
        using var program = RunningProgram.Start(["interdict", .. Siberia, "--json", .. options]);
        var (exitCode, output, error) = await program.ReadToEndAsync();
        Assert.That(exitCode, Is.Zero, error);
        return JsonParser.Default.Parse<InterdictResult>(output);
    }
}
