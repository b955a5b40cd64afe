using Grpc.Core;
using Grpc.Net.Client;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Clients;

/// <summary>Asks a running server over gRPC; every call has a deadline.</summary>
internal sealed class RemoteClient : IRailOpsClient
{
    private const int LargestAnswerBytes = 256 * 1024 * 1024;

    private readonly string _server;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ClientCredentials _credentials;
    private readonly GrpcChannel _channel;
    private readonly SupplyService.SupplyServiceClient _supply;
    private readonly FlowService.FlowServiceClient _flow;
    private readonly InterdictionService.InterdictionServiceClient _interdiction;
    private readonly UncertaintyService.UncertaintyServiceClient _uncertainty;
    private readonly CatalogService.CatalogServiceClient _catalog;

    /// <summary>Makes the client; it connects with the first call.</summary>
    /// <param name="server">host:port, or an address with http:// or https://.</param>
    /// <param name="timeout">Deadline of each call, from its start.</param>
    /// <param name="time">The clock.</param>
    /// <param name="credentials">What the server may ask for; null: nothing to show.</param>
    /// <exception cref="CallFailedException">The address or a file of the credentials cannot be used.</exception>
    public RemoteClient(string server, TimeSpan timeout, TimeProvider time, ClientCredentials? credentials = null)
    {
        (_server, _timeout, _time, _credentials) = (server, timeout, time, credentials ?? new ClientCredentials());
        _channel = SecureChannel.Open(server, _credentials, LargestAnswerBytes);
        _supply = new SupplyService.SupplyServiceClient(_channel);
        _flow = new FlowService.FlowServiceClient(_channel);
        _interdiction = new InterdictionService.InterdictionServiceClient(_channel);
        _uncertainty = new UncertaintyService.UncertaintyServiceClient(_channel);
        _catalog = new CatalogService.CatalogServiceClient(_channel);
    }

    /// <inheritdoc/>
    public Task<AssessSupplyResponse> AssessSupplyAsync(AssessSupplyRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _supply.AssessSupplyAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<CompareTimelinesResponse> CompareTimelinesAsync(CompareTimelinesRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _supply.CompareTimelinesAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<RankCriticalLinksResponse> RankCriticalLinksAsync(RankCriticalLinksRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _interdiction.RankCriticalLinksAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ListAttackMeansResponse> ListAttackMeansAsync(ListAttackMeansRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _interdiction.ListAttackMeansAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<InterdictResult> InterdictAsync(InterdictRequest request, SearchFollower follower, CancellationToken cancellationToken)
    {
        request.Limits = Named(request.Limits);
        return SearchAsync(
            options => _interdiction.Interdict(request, options), m => m.Progress, m => m.Result, follower.Progress, request.Limits.SearchId, follower.Stop, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FrontierResult> TraceFrontierAsync(TraceFrontierRequest request, SearchFollower follower, CancellationToken cancellationToken)
    {
        request.Limits = Named(request.Limits);
        return SearchAsync(
            options => _interdiction.TraceFrontier(request, options), m => m.Progress, m => m.Result, follower.Progress, request.Limits.SearchId, follower.Stop, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FortifyResult> FortifyAsync(FortifyRequest request, SearchFollower follower, CancellationToken cancellationToken)
    {
        request.Limits = Named(request.Limits);
        return SearchAsync(
            options => _interdiction.Fortify(request, options), m => m.Progress, m => m.Result, follower.Progress, request.Limits.SearchId, follower.Stop, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<UncertaintyResult> SampleUncertaintyAsync(SampleUncertaintyRequest request, SearchFollower follower, CancellationToken cancellationToken)
    {
        request.Limits = Named(request.Limits);
        return SearchAsync(
            options => _uncertainty.SampleUncertainty(request, options), m => m.Progress, m => m.Result, follower.Draws, request.Limits.SearchId, follower.Stop, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SolveMaxFlowResponse> SolveMaxFlowAsync(SolveMaxFlowRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _flow.SolveMaxFlowAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ExportCapacityGraphResponse> ExportCapacityGraphAsync(ExportCapacityGraphRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _flow.ExportCapacityGraphAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ExportProgramResponse> ExportProgramAsync(ExportProgramRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _flow.ExportProgramAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ServerInfo> GetServerInfoAsync(GetServerInfoRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _catalog.GetServerInfoAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ListNetworksResponse> ListNetworksAsync(ListNetworksRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _catalog.ListNetworksAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ListTimelinesResponse> ListTimelinesAsync(ListTimelinesRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _catalog.ListTimelinesAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<Timeline> GetTimelineAsync(GetTimelineRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _catalog.GetTimelineAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ListScenariosResponse> ListScenariosAsync(ListScenariosRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _catalog.ListScenariosAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public Task<ListFormationsResponse> ListFormationsAsync(ListFormationsRequest request, CancellationToken cancellationToken) =>
        CallAsync(options => _catalog.ListFormationsAsync(request, options), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
    {
        var deadline = _time.GetUtcNow().UtcDateTime + _timeout;
        try
        {
            using var running = call(new CallOptions(_credentials.ToMetadata(), deadline, cancellationToken: cancellationToken));
            return await running;
        }
        catch (RpcException failure)
        {
            throw CallFailures.From(failure, _server);
        }
    }

    private async Task<TResult> SearchAsync<TMessage, TProgress, TResult>(
        Func<CallOptions, AsyncServerStreamingCall<TMessage>> call,
        Func<TMessage, TProgress?> progressOf,
        Func<TMessage, TResult?> resultOf,
        IProgress<TProgress>? listener,
        string searchId,
        CancellationToken stop,
        CancellationToken cancellationToken)
        where TProgress : class
        where TResult : class
    {
        var deadline = _time.GetUtcNow().UtcDateTime + _timeout;
        try
        {
            using var running = call(new CallOptions(_credentials.ToMetadata(), deadline, cancellationToken: cancellationToken));
            await using var stopping = stop.Register(() => _ = StopAsync(searchId));
            while (await running.ResponseStream.MoveNext(cancellationToken))
            {
                if (resultOf(running.ResponseStream.Current) is { } result)
                    return result;
                if (progressOf(running.ResponseStream.Current) is { } progress)
                    listener?.Report(progress);
            }
        }
        catch (RpcException failure)
        {
            throw CallFailures.From(failure, _server);
        }

        throw Faults.Other(CallCodes.Internal, "UNEXPECTED", $"{_server} ended the search without an answer.");
    }

    // It may be over already, or not have begun: then there is nothing to stop.
    private async Task StopAsync(string searchId)
    {
        try
        {
            using var call = _interdiction.StopSearchAsync(
                new StopSearchRequest { SearchId = searchId }, new CallOptions(_credentials.ToMetadata(), _time.GetUtcNow().UtcDateTime + _timeout));
            await call;
        }
        catch (RpcException)
        {
            // The stream itself tells what became of the search.
        }
    }

    private static SearchLimits Named(SearchLimits? limits)
    {
        var named = limits?.Clone() ?? new SearchLimits();
        if (named.SearchId.Length == 0)
            named.SearchId = $"shell-{Guid.NewGuid():N}";
        return named;
    }
}
