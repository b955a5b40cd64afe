using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Services.Backends;
using RailOps.Server.Telemetry;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Security;

namespace RailOps.Server.Tests.Services.Backends;

/// <summary>A second solver that lies: every question with cross_check ends in SOLVERS_DISAGREE with both values, a line of the log, and a count.</summary>
[TestFixture]
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Disposed in the one-time tear-down.")]
internal sealed class DisagreementTests
{
    private readonly LogText _log = new();
    private readonly HttpClient _http = new();
    private StartedServer _server = null!;

    private static Scenario Siberia => Ask.About("japanese-siberia", "1940-04-15", "soviet");

    private static AttackQuestion Raids => InterdictionTests.Siberia(("commando-raids", 2));

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await StartedServer.StartAsync(
        configure: builder =>
        {
            builder.Logging.AddProvider(_log);
            builder.Services.AddSingleton(provider => new SolverBackends(
                new LyingSolvers.HalfTheFlow(), new LyingSolvers.NothingIsBest(), provider.GetRequiredService<ISolverReports>()));
        },
        data: RealServer.Data);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _log.Dispose();
    }

    [Test]
    public async Task Of_a_flow_it_carries_both_values()
    {
        var request = new SolveMaxFlowRequest { Scenario = Siberia, From = { "sources" }, To = { "fronts" }, CrossCheck = true };
        var right = (await Flow.SolveMaxFlowAsync(new SolveMaxFlowRequest(request) { CrossCheck = false })).MaxFlow;

        var fault = await DisagreesAsync("max_flow", () => Flow.SolveMaxFlowAsync(request).ResponseAsync);

        Assert.That((fault.Info.Metadata["subject"], fault.Info.Metadata["unit"], fault.Info.Metadata["tolerance"]), Is.EqualTo(("maximum flow", "tonnes a day", "0")));
        Assert.That(Number(fault, "answered_value"), Is.EqualTo(right).Within(1e-9));
        Assert.That(Number(fault, "checked_value"), Is.LessThan(right).And.GreaterThan(right * 0.4));
        Assert.That(fault.Info.Metadata["checked_by"], Is.EqualTo("half the flow, a lie"));
    }

    [Test]
    public async Task Of_supply_it_names_the_front_and_the_level()
    {
        var fault = await DisagreesAsync("assess_supply", () => Supply.AssessSupplyAsync(new AssessSupplyRequest { Scenario = Siberia, CrossCheck = true }).ResponseAsync);
        Assert.That(fault.Info.Metadata["subject"], Does.Match("^front .*, most likely$"));
        Assert.That(fault.Info.Metadata["unit"], Is.EqualTo("divisions"));
        Assert.That(Number(fault, "checked_value"), Is.Zero);
    }

    [Test]
    public Task Whoever_of_the_two_answers() => DisagreesAsync(
        "assess_supply", () => Supply.AssessSupplyAsync(new AssessSupplyRequest { Scenario = Siberia, CrossCheck = true, Solver = Solver.OrTools }).ResponseAsync);

    [Test]
    public async Task Of_a_comparison_it_names_the_case()
    {
        var request = new CompareTimelinesRequest(Ask.Compare(Siberia, Ask.About("history-1940", side: "soviet"))) { CrossCheck = true };
        var fault = await DisagreesAsync("compare_timelines", () => Supply.CompareTimelinesAsync(request).ResponseAsync);
        Assert.That(fault.Info.Metadata["subject"], Does.Match("^japanese-siberia.*: front "));
    }

    [Test]
    public async Task Of_a_ranking_it_names_the_thing()
    {
        var request = new RankCriticalLinksRequest { Scenario = Siberia, ItemCount = 3, CrossCheck = true };
        var fault = await DisagreesAsync("rank_critical_links", () => Interdiction.RankCriticalLinksAsync(request).ResponseAsync);
        Assert.That(fault.Info.Metadata["subject"], Is.EqualTo("everything in place"));
    }

    [Test]
    public Task Of_the_worst_attack() => DisagreesAsync("interdict", () => ReadAsync(Interdiction.Interdict(new InterdictRequest { Question = Raids, CrossCheck = true })));

    [Test]
    public Task Of_a_frontier() => DisagreesAsync("trace_frontier", () => ReadAsync(Interdiction.TraceFrontier(new TraceFrontierRequest { Question = Raids, CrossCheck = true })));

    [Test]
    public Task Of_what_is_left_behind_guards() => DisagreesAsync(
        "fortify", () => ReadAsync(Interdiction.Fortify(new FortifyRequest { Question = Raids, GuardCount = 1, CrossCheck = true })));

    private SupplyService.SupplyServiceClient Supply => new(_server.Channel);

    private FlowService.FlowServiceClient Flow => new(_server.Channel);

    private InterdictionService.InterdictionServiceClient Interdiction => new(_server.Channel);

    private async Task<Fault> DisagreesAsync(string problemType, Func<Task> ask)
    {
        var before = await CountAsync();
        var fault = Fault.Of((await Assert.ThrowsAsync<RpcException>(() => ask()))!);
        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.Internal, "SOLVERS_DISAGREE")), fault.Message);
        Assert.That(fault.Message, Does.Contain(fault.Info.Metadata["answered_value"]).And.Contain(fault.Info.Metadata["checked_value"]).And.Contain("disagree"));
        Assert.That(fault.Info.Metadata["problem_type"], Is.EqualTo(problemType));
        Assert.That(await CountAsync() - before, Is.EqualTo(1), "railops_solver_disagreements_total");
        Assert.That(_log.Text, Does.Contain($"Error Solvers disagree on {problemType}: "));
        return fault;

        Task<long> CountAsync() => MetricsText.CounterAsync(_http, _server.HttpAddress, "railops_solver_disagreements_total", $"railops_problem_type=\"{problemType}\"");
    }

    private static async Task ReadAsync<T>(AsyncServerStreamingCall<T> call)
    {
        using (call)
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                // Progress and, if all were well, a result.
            }
        }
    }

    private static double Number(Fault fault, string key) => double.Parse(fault.Info.Metadata[key], System.Globalization.CultureInfo.InvariantCulture);
}
