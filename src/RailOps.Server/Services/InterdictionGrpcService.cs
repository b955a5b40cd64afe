using Grpc.Core;
using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using RailOps.Server.Mapping;
using RailOps.Server.Security;

namespace RailOps.Server.Services;

/// <summary>InterdictionService over gRPC.</summary>
public sealed class InterdictionGrpcService : InterdictionService.InterdictionServiceBase
{
    private const int LongestSearchId = 64;

    private readonly RailOpsApi _api;
    private readonly SolveRunner _runner;
    private readonly RunningSearches _searches;
    private readonly TimeProvider _time;

    /// <summary>Takes what answers.</summary>
    /// <param name="api">Answers.</param>
    /// <param name="runner">Queues, limits and measures.</param>
    /// <param name="searches">The searches that can be stopped by name.</param>
    /// <param name="time">Clock for deadlines and progress.</param>
    public InterdictionGrpcService(RailOpsApi api, SolveRunner runner, RunningSearches searches, TimeProvider time)
    {
        _api = api;
        _runner = runner;
        _searches = searches;
        _time = time;
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
        _searches.Stop(OwnerOf(context), request.SearchId);
        return Task.FromResult(new StopSearchResponse());
    }

    private async Task SearchAsync<TMessage, TResult>(
        string problemType,
        Contracts.V1.SearchLimits? limits,
        IServerStreamWriter<TMessage> writer,
        ServerCallContext context,
        Func<SearchControl, CancellationToken, TResult> solve,
        Func<TResult, SolveSummary?> summaryOf,
        Func<TResult, TMessage> resultMessage,
        Func<SearchProgress, TMessage> progressMessage)
    {
        var id = limits?.SearchId ?? "";
        RequireId(id);
        using var entry = _searches.Enter(OwnerOf(context), id);
        await SearchStream.RunAsync(
            writer,
            async listener => resultMessage(await _runner.RunAsync(
                problemType,
                token => solve(new SearchControl(listener, TimeLeft(context), entry.Stop), token),
                summaryOf,
                context.CancellationToken)),
            (state, elapsed) => progressMessage(InterdictionMapping.Write(state, elapsed)),
            _time,
            context.CancellationToken);
    }

    // Looked at when the solve begins, so that waiting in the queue counts.
    private TimeSpan? TimeLeft(ServerCallContext context) =>
        context.Deadline == DateTime.MaxValue ? null : context.Deadline - _time.GetUtcNow().UtcDateTime;

    private static string OwnerOf(ServerCallContext context) =>
        context.GetHttpContext().Items.TryGetValue(AccessMiddleware.OwnerItem, out var owner) ? owner as string ?? "" : "";

    private static void RequireId(string id)
    {
        if (id.Length <= LongestSearchId && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return;
        var problems = new RequestProblems();
        problems.Add(
            ErrorReasons.SearchIdInvalid, "limits.search_id", id.Length > LongestSearchId ? id[..LongestSearchId] : id,
            $"limits.search_id should be at most {LongestSearchId} letters, digits and hyphens.");
        problems.ThrowIfAny();
    }
}
