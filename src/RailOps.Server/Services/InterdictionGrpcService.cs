using Grpc.Core;
using RailOps.Analysis.Interdiction;
using RailOps.Contracts.V1;
using RailOps.Server.Mapping;

namespace RailOps.Server.Services;

/// <summary>InterdictionService over gRPC.</summary>
public sealed class InterdictionGrpcService : InterdictionService.InterdictionServiceBase
{
    private readonly RailOpsApi _api;
    private readonly SolveRunner _runner;
    private readonly RunningSearches _searches;
    private readonly StreamedSearch _stream;

    /// <summary>Takes what answers.</summary>
    /// <param name="api">Answers.</param>
    /// <param name="runner">Queues, limits and measures.</param>
    /// <param name="searches">The searches that can be stopped by name.</param>
    /// <param name="stream">Runs searches as streams.</param>
    public InterdictionGrpcService(RailOpsApi api, SolveRunner runner, RunningSearches searches, StreamedSearch stream)
    {
        _api = api;
        _runner = runner;
        _searches = searches;
        _stream = stream;
    }

    /// <inheritdoc/>
    public override Task<RankCriticalLinksResponse> RankCriticalLinks(RankCriticalLinksRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _runner.RunAsync("rank_critical_links", t => _api.RankCriticalLinks(request, t), static r => r.Solve, context.CancellationToken);
    }

    /// <inheritdoc/>
    public override Task<ListAttackMeansResponse> ListAttackMeans(ListAttackMeansRequest request, ServerCallContext context) =>
        Task.FromResult(_api.Interdiction.ListAttackMeans(request));

    /// <inheritdoc/>
    public override Task Interdict(InterdictRequest request, IServerStreamWriter<InterdictResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SearchAsync(
            "interdict", request.Limits, responseStream, context,
            (control, token) => _api.Interdiction.Interdict(request, control, token), static r => r.Solve,
            static r => new InterdictResponse { Result = r }, static p => new InterdictResponse { Progress = p });
    }

    /// <inheritdoc/>
    public override Task TraceFrontier(TraceFrontierRequest request, IServerStreamWriter<TraceFrontierResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SearchAsync(
            "trace_frontier", request.Limits, responseStream, context,
            (control, token) => _api.Interdiction.TraceFrontier(request, control, token), static r => r.Solve,
            static r => new TraceFrontierResponse { Result = r }, static p => new TraceFrontierResponse { Progress = p });
    }

    /// <inheritdoc/>
    public override Task Fortify(FortifyRequest request, IServerStreamWriter<FortifyResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SearchAsync(
            "fortify", request.Limits, responseStream, context,
            (control, token) => _api.Interdiction.Fortify(request, control, token), static r => r.Solve,
            static r => new FortifyResponse { Result = r }, static p => new FortifyResponse { Progress = p });
    }

    /// <inheritdoc/>
    public override Task<StopSearchResponse> StopSearch(StopSearchRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        _searches.Stop(StreamedSearch.OwnerOf(context), request.SearchId);
        return Task.FromResult(new StopSearchResponse());
    }

    private Task SearchAsync<TMessage, TResult>(
        string problemType,
        Contracts.V1.SearchLimits? limits,
        IServerStreamWriter<TMessage> writer,
        ServerCallContext context,
        Func<SearchControl, CancellationToken, TResult> solve,
        Func<TResult, SolveSummary?> summaryOf,
        Func<TResult, TMessage> resultMessage,
        Func<SearchProgress, TMessage> progressMessage) =>
        _stream.RunAsync<TMessage, SearchState, TResult>(
            problemType, limits, writer, context, (listener, control, token) => solve(control with { Progress = listener }, token), summaryOf, resultMessage,
            (state, elapsed) => progressMessage(InterdictionMapping.Write(state, elapsed)));
}
