using Grpc.Core;
using RailOps.Contracts.V1;

namespace RailOps.Server.Services;

/// <summary>InterdictionService over gRPC.</summary>
public sealed class InterdictionGrpcService : InterdictionService.InterdictionServiceBase
{
    private readonly RailOpsApi _api;
    private readonly SolveRunner _runner;

    /// <summary>Takes what answers.</summary>
    /// <param name="api">Answers.</param>
    /// <param name="runner">Queues, limits and measures.</param>
    public InterdictionGrpcService(RailOpsApi api, SolveRunner runner)
    {
        _api = api;
        _runner = runner;
    }

    /// <inheritdoc/>
    public override Task<RankCriticalLinksResponse> RankCriticalLinks(RankCriticalLinksRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync("rank_critical_links", t => _api.RankCriticalLinks(request, t), static r => r.Solve, context.CancellationToken);
    }
}
