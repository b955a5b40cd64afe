using Grpc.Core;
using RailOps.Contracts.V1;

namespace RailOps.Server.Services;

/// <summary>SupplyService over gRPC.</summary>
public sealed class SupplyGrpcService : SupplyService.SupplyServiceBase
{
    private readonly RailOpsApi _api;
    private readonly SolveRunner _runner;

    /// <summary>Takes what answers.</summary>
    /// <param name="api">Answers.</param>
    /// <param name="runner">Queues, limits and measures.</param>
    public SupplyGrpcService(RailOpsApi api, SolveRunner runner)
    {
        _api = api;
        _runner = runner;
    }

    /// <inheritdoc/>
    public override Task<AssessSupplyResponse> AssessSupply(AssessSupplyRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync("assess_supply", t => _api.AssessSupply(request, t), static r => r.Solve, context.CancellationToken);
    }

    /// <inheritdoc/>
    public override Task<CompareTimelinesResponse> CompareTimelines(CompareTimelinesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync("compare_timelines", t => _api.CompareTimelines(request, t), static r => r.Solve, context.CancellationToken);
    }
}
