using Grpc.Core;
using RailOps.Contracts.V1;

namespace RailOps.Server.Services;

/// <summary>FlowService over gRPC.</summary>
public sealed class FlowGrpcService : FlowService.FlowServiceBase
{
    private readonly RailOpsApi _api;
    private readonly SolveRunner _runner;

    /// <summary>Takes what answers.</summary>
    /// <param name="api">Answers.</param>
    /// <param name="runner">Queues, limits and measures.</param>
    public FlowGrpcService(RailOpsApi api, SolveRunner runner)
    {
        _api = api;
        _runner = runner;
    }

    /// <inheritdoc/>
    public override Task<SolveMaxFlowResponse> SolveMaxFlow(SolveMaxFlowRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync("max_flow", t => _api.SolveMaxFlow(request, t), static r => r.Solve, context.CancellationToken);
    }

    /// <inheritdoc/>
    public override Task<ExportCapacityGraphResponse> ExportCapacityGraph(ExportCapacityGraphRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync("export_capacity_graph", t => _api.ExportCapacityGraph(request, t), static _ => null, context.CancellationToken);
    }

    /// <inheritdoc/>
    public override Task<ExportProgramResponse> ExportProgram(ExportProgramRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync("export_program", t => _api.Programs.Export(request, t), static _ => null, context.CancellationToken);
    }
}
