using System.Diagnostics;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.OrTools.Workers;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Hosting;

namespace RailOps.Server.Tests.Services.Backends;

/// <summary>What goes wrong with OR-Tools, on a real server: one clear error for that request, counted; the next one is answered.</summary>
[TestFixture]
internal sealed class SolverFaultTests
{
    private static SolveMaxFlowRequest Flow => new(Ask.Flow(Ask.About("history-1940", side: "soviet"), "sources", "fronts")) { Solver = Solver.OrTools };

    private static AssessSupplyRequest Supply => new(Ask.Assess("history-1940", side: "soviet")) { Solver = Solver.OrTools };

    [TestCase("dies", "exit code 7")]
    [TestCase("garbage", "answered nonsense")]
    public async Task A_worker_at_fault_fails_one_request_and_the_next_is_answered(string fault, string said)
    {
        await using var server = await FaultyOrTools.StartAsync(fault);
        var (crashes, failures) = (await server.CounterAsync("railops_worker_crashes_total"), await server.CounterAsync("railops_solver_failures_total", "SOLVER_FAILED"));

        var failure = await Fault.OfAsync(server.Flow.SolveMaxFlowAsync(Flow));
        var next = await server.Flow.SolveMaxFlowAsync(Flow);

        Assert.That((failure.Code, failure.Info.Reason), Is.EqualTo((StatusCode.Internal, "SOLVER_FAILED")), failure.Message);
        Assert.That(failure.Message, Does.StartWith("Google OR-Tools broke down on this request.").And.Contain(said).And.Contain("the next request is served"));
        Assert.That(failure.Info.Metadata["solver"], Is.EqualTo("or-tools"));
        Assert.That((next.Solve.Solver, next.Solve.Termination), Is.EqualTo(("or-tools-max-flow", Termination.Optimal)));
        Assert.That(await server.CounterAsync("railops_worker_crashes_total") - crashes, Is.EqualTo(1));
        Assert.That(await server.CounterAsync("railops_solver_failures_total", "SOLVER_FAILED") - failures, Is.EqualTo(1));
    }

    [Test]
    public async Task A_worker_killed_at_work_fails_its_request_and_the_next_is_answered()
    {
        await using var server = await FaultyOrTools.StartAsync("hangs");
        var crashes = await server.CounterAsync("railops_worker_crashes_total");
        var asked = Fault.OfAsync(server.Supply.AssessSupplyAsync(Supply));

        using (var worker = Process.GetProcessById(await server.WorkerAtWorkAsync()))
            worker.Kill();
        var failure = await asked;
        var next = await server.Supply.AssessSupplyAsync(Supply);

        Assert.That((failure.Code, failure.Info.Reason), Is.EqualTo((StatusCode.Internal, "SOLVER_FAILED")), failure.Message);
        Assert.That(next.Solve.Termination, Is.EqualTo(Termination.WithinTolerance));
        Assert.That(await server.CounterAsync("railops_worker_crashes_total") - crashes, Is.EqualTo(1));
    }

    [Test]
    public async Task A_hanging_solve_ends_at_the_limit_of_OR_Tools_and_the_next_is_answered()
    {
        await using var server = await FaultyOrTools.StartAsync("hangs", TimeSpan.FromSeconds(3));
        var failures = await server.CounterAsync("railops_solver_failures_total", "SOLVE_TIME_LIMIT");

        var failure = await Fault.OfAsync(server.Flow.SolveMaxFlowAsync(Flow));

        Assert.That((failure.Code, failure.Info.Reason), Is.EqualTo((StatusCode.DeadlineExceeded, "SOLVE_TIME_LIMIT")), failure.Message);
        Assert.That(failure.Message, Does.StartWith("Google OR-Tools found no answer in time."));
        Assert.That(await server.CounterAsync("railops_solver_failures_total", "SOLVE_TIME_LIMIT") - failures, Is.EqualTo(1));
        Assert.That(await AnswersAsync(server), Is.True, "a later request is answered");
    }

    [Test]
    public async Task A_hanging_solve_ends_at_the_callers_deadline_and_the_next_is_answered()
    {
        await using var server = await FaultyOrTools.StartAsync("hangs");

        var failure = await Assert.ThrowsAsync<RpcException>(() => server.Flow.SolveMaxFlowAsync(Flow, deadline: DateTime.UtcNow.AddSeconds(2)).ResponseAsync);
        var next = await server.Flow.SolveMaxFlowAsync(Flow);

        Assert.That(failure!.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
        Assert.That(next.Solve.Termination, Is.EqualTo(Termination.Optimal));
    }

    [Test]
    public async Task A_check_that_hangs_is_undecided_and_the_answer_is_given()
    {
        await using var server = await FaultyOrTools.StartAsync("hangs", TimeSpan.FromSeconds(3));

        var answer = await server.Flow.SolveMaxFlowAsync(new SolveMaxFlowRequest(Flow) { Solver = Solver.Native, CrossCheck = true });

        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(answer.Solve.CrossCheck.Outcome, Is.EqualTo(CrossCheckOutcome.Undecided), answer.Solve.CrossCheck.Sentence);
        Assert.That(answer.Solve.CrossCheck.Sentence, Does.Contain("stopped at a limit"));
    }

    [TestCase("no-such-node", null, "Node.js (no-such-node) was not found", "https://nodejs.org")]
    [TestCase("node", "", "or-tools-wasm@0.9.1 is not in", "./railops or-tools")]
    public async Task Without_Node_or_the_package_the_error_says_how_to_add_it_and_the_native_solvers_answer(string node, string? folder, string what, string how)
    {
        var empty = folder is null ? null : Directory.CreateTempSubdirectory("railops-empty-").FullName;
        var workers = new NodeWorkerOptions { NodeProgram = node };
        await using var server = await StartedServer.StartAsync(
            new ServerOptions { OrToolsWorkers = empty is null ? workers : workers with { PackageFolder = empty } }, data: RealServer.Data);
        using var http = new HttpClient();
        var failures = await MetricsText.CounterAsync(http, server.HttpAddress, "railops_solver_failures_total", "SOLVER_UNAVAILABLE");
        var flow = new FlowService.FlowServiceClient(server.Channel);

        foreach (var request in new[] { Flow, new SolveMaxFlowRequest(Flow) { Solver = Solver.Auto, CrossCheck = true } })
        {
            var failure = await Fault.OfAsync(flow.SolveMaxFlowAsync(request));
            Assert.That((failure.Code, failure.Info.Reason), Is.EqualTo((StatusCode.FailedPrecondition, "SOLVER_UNAVAILABLE")), failure.Message);
            Assert.That(failure.Message, Does.Contain(what).And.Contain(how).And.Contain("native"));
        }

        Assert.That((await flow.SolveMaxFlowAsync(new SolveMaxFlowRequest(Flow) { Solver = Solver.Native })).Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That((await flow.SolveMaxFlowAsync(new SolveMaxFlowRequest(Flow) { Solver = Solver.Unspecified })).Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(await MetricsText.CounterAsync(http, server.HttpAddress, "railops_solver_failures_total", "SOLVER_UNAVAILABLE") - failures, Is.EqualTo(2));
        if (empty is not null)
            Directory.Delete(empty);
    }

    [Test]
    public async Task Solves_are_counted_by_who_is_asked()
    {
        await using var server = await FaultyOrTools.StartAsync("none");
        await server.Flow.SolveMaxFlowAsync(new SolveMaxFlowRequest(Flow) { Solver = Solver.Native });
        var (native, outside) = (await CountAsync("native"), await CountAsync("or-tools"));
        await server.Flow.SolveMaxFlowAsync(new SolveMaxFlowRequest(Flow) { Solver = Solver.Native });
        await Fault.OfAsync(server.Flow.SolveMaxFlowAsync(new SolveMaxFlowRequest(Flow) { Solver = (Solver)9 }));

        Assert.That((await CountAsync("native") - native, await CountAsync("or-tools") - outside), Is.EqualTo((1, 0)));

        Task<long> CountAsync(string backend) => server.CounterAsync("railops_solver_solves_total", $"railops_solver_backend=\"{backend}\"");
    }

    // A worker that is new needs some time to load the solvers.
    private static async Task<bool> AnswersAsync(FaultyOrTools server)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                await server.Flow.SolveMaxFlowAsync(Flow);
                return true;
            }
            catch (RpcException late) when (late.StatusCode == StatusCode.DeadlineExceeded)
            {
                await Task.Delay(100);
            }
        }

        return false;
    }
}
