using Google.Protobuf.WellKnownTypes;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.OrTools.Workers;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Rendering;
using RailOps.Server.Shell;
using RailOps.Server.Tests.Shell.Graphs;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell;

/// <summary><c>--solver</c> and <c>--cross-check</c>: what is asked, what is shown, and what is refused.</summary>
[TestFixture]
internal sealed class SolverOptionTests
{
    private static readonly string[] Siberia = ["japanese-siberia", "--against", "soviet", "--resource", "commando-raids=1"];

    private static CrossCheck Agreement => new()
    {
        Outcome = CrossCheckOutcome.Agreed,
        Sentence = "One and two agree.",
        AnsweredBy = new CheckedSolver { Name = "one", Version = "1", Duration = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(5)) },
        CheckedBy = new CheckedSolver { Name = "two", Version = "2", Duration = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(7)) },
        Values = { new ComparedValue { Subject = "maximum flow", Unit = "t/day", Answered = 12.5, Checked = 12.5, Decided = true } },
    };

    private static FakeClient Client() => new FakeClient()
        .Answer<AssessSupplyRequest>(_ => new AssessSupplyResponse { Solve = Solved() })
        .Answer<CompareTimelinesRequest>(_ => new CompareTimelinesResponse { Solve = Solved() })
        .Answer<RankCriticalLinksRequest>(_ => new RankCriticalLinksResponse { Solve = Solved() })
        .Answer<ListNetworksRequest>(_ => new ListNetworksResponse())
        .Answer<SolveMaxFlowRequest>(_ => new SolveMaxFlowResponse { Solve = Solved() })
        .Answer<InterdictRequest>(_ => new InterdictResult { Plans = { new AttackPlan() }, Solve = Solved() })
        .Answer<TraceFrontierRequest>(_ => new FrontierResult { Solve = Solved() })
        .Answer<FortifyRequest>(_ => new FortifyResult { GuardedPlan = new AttackPlan(), UnguardedPlan = new AttackPlan(), Solve = Solved() });

    private static IEnumerable<string[]> Commands() =>
    [
        ["assess", "sample"], ["compare", "a", "b"], ["rank", "sample"], ["maxflow", "sample", "--from", "sources", "--to", "fronts"],
        ["interdict", .. Siberia], ["frontier", .. Siberia], ["fortify", .. Siberia],
    ];

    [TestCaseSource(nameof(Commands))]
    public async Task Both_reach_the_request_and_the_check_is_shown(string[] command)
    {
        var client = Client();

        var plain = await ShellRun.OfAsync(client, command);
        Assert.That(Asked(client), Is.EqualTo((Solver.Auto, false)), plain.Error);
        var run = await ShellRun.OfAsync(client, [.. command, "--solver", "or-tools", "--cross-check"]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Asked(client), Is.EqualTo((Solver.OrTools, true)));
        Assert.That(run.Output, Does.Contain("✓ cross-checked: One and two agree.").And.Contain("maximum flow 12.5 and 12.5 t/day"));
    }

    [Test]
    public async Task An_answer_on_the_word_of_OR_Tools_is_no_search_that_was_stopped()
    {
        var client = new FakeClient().Answer<InterdictRequest>(_ => new InterdictResult
        {
            Plans = { new AttackPlan() },
            Solve = new SolveSummary { Termination = Termination.WithinTolerance, CertificateAccepted = true, SolveDuration = Duration.FromTimeSpan(TimeSpan.Zero) },
        });
        var run = await ShellRun.OfAsync(client, ["interdict", .. Siberia, "--solver", "or-tools"]);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(((InterdictRequest)client.LastRequest!).PlanCount, Is.EqualTo(1), "it finds one");
        Assert.That(run.Output, Does.Contain("✓ checked, without a proof, best on the word of a solver in floating point"));
    }

    [Test]
    public async Task Another_word_is_refused()
    {
        var run = await ShellRun.OfAsync(Client(), "assess", "sample", "--solver", "gurobi");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("gurobi").And.Contain("or-tools"));
    }

    [Test]
    public async Task A_graph_from_a_file_is_solved_and_cross_checked_by_OR_Tools()
    {
        RequireOrTools();
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);
        foreach (var solver in new[] { "native", "or-tools" })
        {
            var flow = await shell.AnswerAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t", "--solver", solver, "--cross-check");
            Assert.That((flow.GetProperty("flow").GetInt32(), flow.GetProperty("crossCheck").GetProperty("outcome").GetString()), Is.EqualTo((6, "CROSS_CHECK_OUTCOME_AGREED")));
            var attack = await shell.AnswerAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2", "--solver", solver, "--cross-check");
            Assert.That((attack.GetProperty("flowLeft").GetInt32(), attack.GetProperty("crossCheck").GetProperty("outcome").GetString()), Is.EqualTo((2, "CROSS_CHECK_OUTCOME_AGREED")));
        }

        var run = await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2", "--solver", "or-tools", "--cross-check");
        Assert.That(run.Output, Does.Contain("✓ cross-checked: wood-mip and lagrangian agree.").And.Contain("finds no plan within the budget that leaves less"));
    }

    [TestCase("interdict --plans 2 --solver or-tools", "it finds the best plan alone")]
    [TestCase("frontier --cross-check", "A graph from a file has no such thing")]
    [TestCase("fortify --defence-budget 1 --solver or-tools", "A graph from a file has no such thing")]
    public async Task What_OR_Tools_cannot_answer_of_a_graph_is_refused(string command, string said)
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);
        var run = await shell.RunAsync([.. command.Split(' '), "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2"]);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
        Assert.That(run.Error, Does.Contain(said));
    }

    [Test]
    public async Task A_question_is_cross_checked_in_this_process()
    {
        RequireOrTools();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var environment = new ShellEnvironment(
            output, error, new ReportStyle(ShellRun.WidthColumns, Colour: false), ClientChoice.ConnectAsync,
            name => name == "RAILOPS_DATA" ? RepositoryFolder.Networks : null, RepositoryFolder.Root, RepositoryFolder.Root);
        Assert.That(await new RailOpsShell(environment).RunAsync(["assess", "history-1940", "--cross-check"], CancellationToken.None), Is.Zero, error.ToString());
        Assert.That(output.ToString().ReplaceLineEndings(" "), Does.Contain("✓ cross-checked: Dinic maximum flow, Priority allocation and or-tools-programs, Priority allocation agree."));
        Assert.That(await new RailOpsShell(environment).RunAsync(["doctor"], CancellationToken.None), Is.Zero, error.ToString());
        Assert.That(output.ToString(), Does.Match("or-tools +or-tools-wasm 0\\.9\\.1"));
    }

    private static void RequireOrTools()
    {
        using var host = new NodeWorkerHost(new NodeWorkerOptions());
        if (host.Availability is { IsAvailable: false } missing)
            Assert.Ignore(missing.Reason);
    }

    private static SolveSummary Solved() => new() { Termination = Termination.Optimal, CertificateAccepted = true, SolveDuration = Duration.FromTimeSpan(TimeSpan.Zero), CrossCheck = Agreement };

    private static (Solver, bool) Asked(FakeClient client) => client.LastRequest switch
    {
        AssessSupplyRequest r => (r.Solver, r.CrossCheck),
        CompareTimelinesRequest r => (r.Solver, r.CrossCheck),
        RankCriticalLinksRequest r => (r.Solver, r.CrossCheck),
        SolveMaxFlowRequest r => (r.Solver, r.CrossCheck),
        InterdictRequest r => (r.Solver, r.CrossCheck),
        TraceFrontierRequest r => (r.Solver, r.CrossCheck),
        FortifyRequest r => (r.Solver, r.CrossCheck),
        _ => throw new InvalidOperationException($"The request should be a question, but is {client.LastRequest}."),
    };
}
