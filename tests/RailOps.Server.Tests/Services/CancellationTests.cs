using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Hosting;
using RailOps.Server.Services;

namespace RailOps.Server.Tests.Services;

/// <summary>What a caller who leaves, a limit and a crowd do to the answers. Its own server: one solver, and it can be held.</summary>
[TestFixture]
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Disposed in the one-time tear-down.")]
internal sealed class CancellationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private WebApplication _app = null!;
    private GrpcChannel _channel = null!;
    private SupplyService.SupplyServiceClient _supply = null!;

    private SolveGate Gate => _app.Services.GetRequiredService<SolveGate>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _app = RealServer.Build(new ServerOptions { ConcurrentSolveCount = 1, QueueLength = 1 });
        await _app.StartAsync();
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{RailOpsHost.Ports(_app).GrpcPort}");
        _supply = new SupplyService.SupplyServiceClient(_channel);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }

    [Test]
    public async Task A_call_cancelled_while_it_waits_ends_as_CANCELLED_and_the_next_is_answered()
    {
        using var open = new ManualResetEventSlim();
        using var leaves = new CancellationTokenSource();
        var held = HoldAsync(open);
        using var call = _supply.AssessSupplyAsync(Ask.Assess("history-1940"), cancellationToken: leaves.Token);
        await SeeWaitingAsync(1);

        await leaves.CancelAsync();
        var failure = (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync))!;
        await SeeWaitingAsync(0);
        open.Set();
        await held;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Cancelled));
        Assert.That((await _supply.AssessSupplyAsync(Ask.Assess("history-1940"))).Solve.CertificateAccepted);
    }

    [Test]
    public async Task A_call_cancelled_at_any_moment_of_its_work_leaves_the_server_able_to_answer()
    {
        var dates = Enumerable.Range(5, 8).Select(month => Ask.About("history-1940", $"1940-{month:00}-01")).ToArray();
        for (var milliseconds = 0; milliseconds < 100; milliseconds += 20)
        {
            using var leaves = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            using var call = _supply.CompareTimelinesAsync(Ask.Compare(dates), cancellationToken: leaves.Token);
            try
            {
                Assert.That((await call.ResponseAsync).Solve.CertificateAccepted, "answered before it was cancelled");
            }
            catch (RpcException failure)
            {
                Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Cancelled), failure.Status.Detail);
            }
        }

        await SeeWaitingAsync(0);
        using var next = _supply.AssessSupplyAsync(Ask.Assess("history-1940"), deadline: DateTime.UtcNow + Patience);
        Assert.That((await next.ResponseAsync).Solve.Termination, Is.EqualTo(Termination.Optimal));
    }

    [Test]
    public void Every_question_stops_in_the_solver_when_its_caller_has_left()
    {
        var gone = new CancellationToken(canceled: true);
        var scenario = Ask.About("japanese-siberia");

        Assert.That(() => RealServer.Api.AssessSupply(Ask.Assess(scenario), gone), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => RealServer.Api.SolveMaxFlow(Ask.Flow(scenario, "sources", "fronts"), gone), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => RealServer.Api.SolveMaxFlow(Ask.Flow("harris-ross-1955", "origins", "destinations"), gone), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(
            () => RealServer.Api.ExportCapacityGraph(new ExportCapacityGraphRequest { Scenario = scenario }, gone), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(
            () => RealServer.Api.CompareTimelines(Ask.Compare(scenario, Ask.About("history-1940")), gone), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void At_the_time_limit_an_answer_says_that_it_proves_nothing([Values] AllocationPolicy policy)
    {
        var hasty = new RailOpsApi(RealServer.Data, RealServer.Options with { SolveTimeLimit = TimeSpan.FromTicks(10) }, TimeProvider.System);
        var request = Ask.Assess("japanese-siberia");
        request.Policy = policy;

        var answer = hasty.AssessSupply(request, CancellationToken.None);

        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.TimeLimit));
        Assert.That(answer.Fronts.All(f => f.DeliveredTonnesPerDay.Best <= f.NeededTonnesPerDay.Best));
    }

    [Test]
    public void At_the_time_limit_a_flow_is_a_lower_bound_without_a_cut()
    {
        var hasty = new RailOpsApi(RealServer.Data, RealServer.Options with { SolveTimeLimit = TimeSpan.FromTicks(10) }, TimeProvider.System);

        var answer = hasty.SolveMaxFlow(Ask.Flow("harris-ross-1955", "origins", "destinations"), CancellationToken.None);

        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.TimeLimit));
        Assert.That(answer.MaxFlow, Is.LessThanOrEqualTo(163));
        Assert.That((answer.Cut.Count, answer.SourceSideNodes.Count), Is.EqualTo((0, 0)));
        Assert.That(answer.Headline, Does.StartWith("At least"));
    }

    [Test]
    public async Task A_crowd_is_refused_at_once_and_told_when_to_come_back()
    {
        using var open = new ManualResetEventSlim();
        var held = HoldAsync(open);
        using var waiting = _supply.AssessSupplyAsync(Ask.Assess("history-1940"));
        await SeeWaitingAsync(1);

        var faults = new List<Fault>();
        foreach (var call in Enumerable.Range(0, 8).Select(_ => _supply.AssessSupplyAsync(Ask.Assess("history-1940"))).ToList())
            faults.Add(await Fault.OfAsync(call));
        open.Set();
        await held;

        foreach (var fault in faults)
        {
            Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.ResourceExhausted, "QUEUE_FULL")), fault.Message);
            Assert.That(fault.RetryAfter, Is.InRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
            Assert.That(fault.Info.Metadata["queue_length"], Is.EqualTo("1"));
            Assert.That(fault.Message, Does.Contain("queue is full"));
        }

        Assert.That((await waiting.ResponseAsync).Solve.CertificateAccepted, "who waited is answered");
    }

    private Task<bool> HoldAsync(ManualResetEventSlim open) => Gate.RunAsync("test", token => open.Wait(Patience, token), CancellationToken.None);

    private async Task SeeWaitingAsync(int count)
    {
        for (var attempt = 0; attempt < 1000 && Gate.WaitingCount != count; attempt++)
            await Task.Delay(10);
        Assert.That(Gate.WaitingCount, Is.EqualTo(count), "requests that wait");
    }
}
