using System.Diagnostics;
using NUnit.Framework;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Workers;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Tests.Workers;

/// <summary>Whatever a worker does, one request fails with one clear error and the next is answered.</summary>
public sealed class WorkerFaultTests
{
    private static readonly long[] Zero = [0];

    [OneTimeSetUp]
    public void RequireNode()
    {
        using var worker = new FaultyWorker("none");
        if (worker.Host.Availability is { IsAvailable: false } missing)
            Assert.Ignore(missing.Reason);
    }

    [TestCase("dies", "exit code 7")]
    [TestCase("dies at start", "exit code 3")]
    [TestCase("silent at start", "should be there within 00:00:01")]
    [TestCase("garbage", "answered nonsense")]
    [TestCase("wrong id", "should be to request 1, but is to 6")]
    [TestCase("cut off", "exit code 0")]
    [TestCase("too long", "answered nonsense")]
    [TestCase("half a unit", "whole number")]
    [TestCase("refuses", "not today")]
    public void A_worker_at_fault_fails_one_request_with_a_clear_error_and_the_next_is_answered(string fault, string message)
    {
        using var worker = new FaultyWorker(fault);
        Assert.That(() => worker.Ask(), Throws.InstanceOf<SolverFailedException>().With.Message.Contains(message));
        if (fault is "refuses" or "silent at start")
            Assert.That(worker.Crashes, Is.Empty, "neither is a crash");
        else
            Assert.That(worker.Crashes, Has.Count.EqualTo(1));
        if (fault is "refuses" or "half a unit")
            Assert.That(() => worker.Ask(), Throws.InstanceOf<SolverFailedException>(), "the process is well and the same");
        else
            Assert.That(worker.Ask(), Is.EqualTo(Zero));
    }

    [Test]
    public void The_last_words_of_a_worker_that_dies_are_in_the_error_and_in_the_log()
    {
        using var worker = new FaultyWorker("dies");
        Assert.That(() => worker.Ask(), Throws.InstanceOf<SolverFailedException>());
        Assert.That(() => worker.Has("out of luck"), Is.True.After(30).Seconds.PollEvery(20));
    }

    [Test]
    public void A_hanging_solve_is_ended_past_its_deadline_and_the_next_request_is_answered()
    {
        using var worker = new FaultyWorker("hangs");
        Assert.That(() => worker.Ask(TimeSpan.FromSeconds(1)), Throws.InstanceOf<TimeoutException>());
        Assert.That(worker.EndedCount, Is.EqualTo(1));
        Assert.That(worker.Crashes, Is.Empty);
        Assert.That(worker.Ask(TimeSpan.FromSeconds(60)), Is.EqualTo(Zero));
    }

    [Test]
    public async Task A_cancelled_solve_is_ended_and_the_next_request_is_answered()
    {
        using var worker = new FaultyWorker("hangs");
        using var cancel = new CancellationTokenSource();
        var hanging = Task.Run(() => worker.Ask(token: cancel.Token));
        worker.WaitUntilItHangs();
        await cancel.CancelAsync();
        await Assert.ThatAsync(() => hanging, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(worker.EndedCount, Is.EqualTo(1));
        Assert.That(worker.Ask(), Is.EqualTo(Zero));
    }

    [Test]
    public void A_worker_killed_while_it_waits_is_counted_and_replaced()
    {
        using var worker = new FaultyWorker("none");
        worker.Ask();
        var id = worker.Host.IdleWorkerIds.Single();
        using (var process = Process.GetProcessById(id))
        {
            process.Kill();
            process.WaitForExit();
        }

        Assert.That(() => worker.Ask(), Is.EqualTo(Zero));
        Assert.That(worker.Crashes, Has.Count.EqualTo(1));
        Assert.That(worker.Host.IdleWorkerIds.Single(), Is.Not.EqualTo(id));
    }

    [Test]
    public async Task A_request_that_finds_all_workers_busy_waits_no_longer_than_its_limit()
    {
        using var one = new FaultyWorker("hangs");
        using var cancel = new CancellationTokenSource();
        var hanging = Task.Run(() => one.Ask(token: cancel.Token));
        one.WaitUntilItHangs();
        Assert.That(() => one.Ask(TimeSpan.FromMilliseconds(200)), Throws.InstanceOf<TimeoutException>().With.Message.Contains("busy"));
        await cancel.CancelAsync();
        await Assert.ThatAsync(() => hanging, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(one.Ask(), Is.EqualTo(Zero));
    }

    [Test]
    public void Disposing_the_host_ends_its_workers()
    {
        Process process;
        using (var worker = new FaultyWorker("none"))
        {
            worker.Ask();
            process = Process.GetProcessById(worker.Host.IdleWorkerIds.Single());
        }

        using (process)
            Assert.That(process.WaitForExit(TimeSpan.FromSeconds(10)), Is.True);
    }

    [Test]
    public void Without_Node_it_is_unavailable_and_says_how_to_add_it()
    {
        using var host = new NodeWorkerHost(OrToolsHere.Options with { NodeProgram = "no-such-node" });
        Assert.That(host.Availability.IsAvailable, Is.False);
        Assert.That(host.Availability.Reason, Does.Contain("https://nodejs.org").And.Contain("./railops or-tools"));
        Assert.That(() => Ask(host), Throws.InstanceOf<SolverUnavailableException>().With.Message.Contains("https://nodejs.org"));
    }

    [Test]
    public void Without_the_package_it_is_unavailable_and_says_how_to_add_it()
    {
        using var host = new NodeWorkerHost(OrToolsHere.Options with { PackageFolder = Path.Combine(Path.GetTempPath(), "no-such-folder") });
        Assert.That(host.Availability.IsAvailable, Is.False);
        Assert.That(host.Availability.Reason, Does.Contain("or-tools-wasm@0.9.1").And.Contain("./railops or-tools"));
        Assert.That(() => Ask(host), Throws.InstanceOf<SolverUnavailableException>());
    }

    [Test]
    public void A_solver_that_aborts_inside_OR_Tools_fails_one_request_and_the_next_is_answered()
    {
        OrToolsHere.Require();
        using var host = new NodeWorkerHost(OrToolsHere.Options);
        var builder = new LinearProgramBuilder();
        builder.AddVariable(0, 1, objective: 1);
        var program = builder.Build();

        // PDLP is not linked into this build of OR-Tools, which aborts when asked for it.
        Assert.That(
            () => host.SolveProgram(program, (ProgramBackend)8, limit: null, CancellationToken.None),
            Throws.InstanceOf<SolverFailedException>().With.Message.Contains("exit code 70"));
        Assert.That(host.SolveProgram(program, ProgramBackend.Glop, limit: null, CancellationToken.None).Status, Is.EqualTo(ProgramStatus.Optimal));
    }

    private static long[] Ask(NodeWorkerHost host) =>
        host.SolveMaxFlow(new MaxFlowRequest([0], [1], [5], Source: 0, Sink: 1), limit: null, CancellationToken.None);
}
