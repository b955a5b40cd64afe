using System.Collections.Immutable;
using Grpc.Core;
using RailOps.Analysis.CrossChecks;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Flow;
using RailOps.Analysis.Graph;
using RailOps.Contracts.V1;
using RailOps.Model;
using RailOps.Server.Errors;
using RailOps.Server.Mapping;
using RailOps.Server.Services.Backends;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Server.Services;

/// <summary>The most that can pass on a network or timeline, and the graph behind it. Thread-safe.</summary>
internal sealed class FlowQuestions(RailData data, TimeProvider time, ScenarioReading scenarios, SolverBackends backends)
{
    /// <summary>Kind of question, for metrics.</summary>
    public const string ProblemType = "max_flow";

    /// <summary>Answers.</summary>
    /// <param name="request">The question.</param>
    /// <param name="native">Limits of the native solvers.</param>
    /// <param name="outside">Limits of OR-Tools.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="RpcException">Bad request, or no route.</exception>
    /// <exception cref="TimeoutException">OR-Tools was to answer and found nothing in time.</exception>
    public SolveMaxFlowResponse Answer(SolveMaxFlowRequest request, SolveOptions native, SolveOptions outside, CancellationToken token)
    {
        var choice = SolverChoice.Read(backends, ProblemType, request.Solver, request.CrossCheck);
        RequireSubject(request);
        choice.Begin();
        var (options, others) = choice.IsByOrTools ? (outside, native) : (native, outside);
        var answer = Solve(request, choice.AnsweringFlows, options, token);
        if (choice.IsByOrTools && answer.Solve.Termination == Solvers.Results.Termination.TimeLimit)
            throw new TimeoutException($"{answer.Solve.Solver} stopped at its time limit before the largest flow was found.");
        var check = choice.Check(
            answer.Solve.Solver, answer.Solve.Duration, time, () => FlowCrossCheck.Compare(answer, Solve(request, choice.CheckingFlows, others, token)));
        return FlowMapping.Write(answer, SolveMapping.Write(answer.Solve, data.Revision, check));
    }

    /// <summary>The capacity graph behind an assessment.</summary>
    /// <param name="request">The question.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="RpcException">Bad request.</exception>
    public ExportCapacityGraphResponse Export(ExportCapacityGraphRequest request, CancellationToken token)
    {
        var situation = scenarios.Read(request.Scenario, "scenario");
        WireEnums.RequireKnown(request.Level, "level");
        WireEnums.RequireKnown(request.Posture, "posture");
        var level = WireEnums.Read(request.Level);
        var graph = CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, WireEnums.Read(request.Posture)));
        var session = new MaxFlowSession(graph.FlowGraphOf(level), graph.Source, graph.Sink);
        session.Augment(token);
        if (!session.IsMaximal)
            token.ThrowIfCancellationRequested();
        return FlowMapping.Write(graph, level, session.Value);
    }

    private FlowAnswer Solve(SolveMaxFlowRequest request, IMaxFlowSolver solver, SolveOptions options, CancellationToken token)
    {
        var result = request.SubjectCase == SolveMaxFlowRequest.SubjectOneofCase.Network
            ? SolveNetwork(request, solver, options, token)
            : SolveTimeline(request, solver, options, token);
        ThrowIfAny(result.Problems);
        return result.Answer!;
    }

    private static void RequireSubject(SolveMaxFlowRequest request)
    {
        if (request.SubjectCase == SolveMaxFlowRequest.SubjectOneofCase.None)
        {
            throw RpcErrors.Create(
                StatusCode.InvalidArgument, ErrorReasons.SubjectMissing, "The question names no network and no timeline; set network or scenario.");
        }
    }

    private FlowResult SolveNetwork(SolveMaxFlowRequest request, IMaxFlowSolver solver, SolveOptions options, CancellationToken token)
    {
        var id = request.Network.StartsWith("networks/", StringComparison.Ordinal) ? request.Network["networks/".Length..] : request.Network;
        if (id == CatalogApi.BaseNetworkId)
        {
            throw RpcErrors.Create(
                StatusCode.InvalidArgument, ErrorReasons.SubjectMissing,
                "Network 'base' has capacities only in a timeline on a date; set scenario instead of network.");
        }

        var network = data.CapacityNetworks.FirstOrDefault(n => n.Id == id)
            ?? throw ScenarioReading.NotFound(ErrorReasons.NetworkUnknown, "network", id, "network", data.CapacityNetworks.Select(n => n.Id));
        return FlowSolver.Solve(network, request.From, request.To, solver, options, token);
    }

    private FlowResult SolveTimeline(SolveMaxFlowRequest request, IMaxFlowSolver solver, SolveOptions options, CancellationToken token)
    {
        WireEnums.RequireKnown(request.Level, "level");
        var situation = scenarios.Read(request.Scenario, "scenario");
        return FlowSolver.Solve(situation, WireEnums.Read(request.Level), request.From, request.To, solver, options, token);
    }

    private static void ThrowIfAny(ImmutableArray<FlowProblem> found)
    {
        if (found.FirstOrDefault(p => p.Code == ErrorReasons.NoRoute) is { } noRoute)
        {
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["route"] = noRoute.Value };
            throw RpcErrors.Create(StatusCode.FailedPrecondition, ErrorReasons.NoRoute, noRoute.Message, metadata);
        }

        var problems = new RequestProblems();
        foreach (var problem in found)
            problems.Add(problem.Code, problem.Field, problem.Value, problem.Message, problem.Suggestion);
        problems.ThrowIfAny();
    }
}
