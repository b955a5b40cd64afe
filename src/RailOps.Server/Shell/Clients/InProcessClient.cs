using Grpc.Core;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Uncertainty;
using RailOps.Contracts.V1;
using RailOps.OrTools.Hosts;
using RailOps.Server.Hosting;
using RailOps.Server.Mapping;
using RailOps.Server.Services;
using RailOps.Server.Services.Backends;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Clients;

/// <summary>Answers in this process from the data files: no server, no port, no waiting for a web host to start.</summary>
internal sealed class InProcessClient : IRailOpsClient
{
    private readonly RailOpsApi _api;
    private readonly IOrToolsHost _orTools;
    private readonly TimeProvider _time;

    /// <summary>Reads the data.</summary>
    /// <param name="settings">Folder of the data, and the time limit, which ends solves too.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="CallFailedException">The data cannot be used.</exception>
    public InProcessClient(ConnectionSettings settings, TimeProvider time)
    {
        var limits = new ServerOptions { DataDirectory = settings.DataDirectory, SolveTimeLimit = settings.Timeout };
        _time = time;
        _orTools = OrToolsHosts.Make(limits.OrToolsWorkers, observer: null);
        _api = new RailOpsApi(LocalData.Load(settings.DataDirectory), limits, time, new SolverBackends(_orTools));
    }

    /// <inheritdoc/>
    public Task<AssessSupplyResponse> AssessSupplyAsync(AssessSupplyRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.AssessSupply(request, cancellationToken));

    /// <inheritdoc/>
    public Task<CompareTimelinesResponse> CompareTimelinesAsync(CompareTimelinesRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.CompareTimelines(request, cancellationToken));

    /// <inheritdoc/>
    public Task<RankCriticalLinksResponse> RankCriticalLinksAsync(RankCriticalLinksRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.RankCriticalLinks(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ListAttackMeansResponse> ListAttackMeansAsync(ListAttackMeansRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Interdiction.ListAttackMeans(request));

    /// <inheritdoc/>
    public Task<InterdictResult> InterdictAsync(InterdictRequest request, SearchFollower follower, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Interdiction.Interdict(request, Control(follower), cancellationToken));

    /// <inheritdoc/>
    public Task<FrontierResult> TraceFrontierAsync(TraceFrontierRequest request, SearchFollower follower, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Interdiction.TraceFrontier(request, Control(follower), cancellationToken));

    /// <inheritdoc/>
    public Task<FortifyResult> FortifyAsync(FortifyRequest request, SearchFollower follower, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Interdiction.Fortify(request, Control(follower), cancellationToken));

    /// <inheritdoc/>
    public Task<UncertaintyResult> SampleUncertaintyAsync(SampleUncertaintyRequest request, SearchFollower follower, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var draws = new Follower<SampleState>(state => follower.Draws?.Report(UncertaintyMapping.Write(state, _time.GetElapsedTime(start))));
        return AnswerAsync(() => _api.Uncertainty.SampleUncertainty(request, draws, SearchControl.None with { Stop = follower.Stop }, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<SolveMaxFlowResponse> SolveMaxFlowAsync(SolveMaxFlowRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.SolveMaxFlow(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ExportCapacityGraphResponse> ExportCapacityGraphAsync(ExportCapacityGraphRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.ExportCapacityGraph(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ExportProgramResponse> ExportProgramAsync(ExportProgramRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Programs.Export(request, cancellationToken));

    /// <inheritdoc/>
    public Task<ServerInfo> GetServerInfoAsync(GetServerInfoRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(_api.Catalog.GetServerInfo);

    /// <inheritdoc/>
    public Task<ListNetworksResponse> ListNetworksAsync(ListNetworksRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Catalog.ListNetworks(request));

    /// <inheritdoc/>
    public Task<ListTimelinesResponse> ListTimelinesAsync(ListTimelinesRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Catalog.ListTimelines(request));

    /// <inheritdoc/>
    public Task<Timeline> GetTimelineAsync(GetTimelineRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Catalog.GetTimeline(request));

    /// <inheritdoc/>
    public Task<ListScenariosResponse> ListScenariosAsync(ListScenariosRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Catalog.ListScenarios(request));

    /// <inheritdoc/>
    public Task<ListFormationsResponse> ListFormationsAsync(ListFormationsRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(() => _api.Catalog.ListFormations(request));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _orTools.Dispose();
        return ValueTask.CompletedTask;
    }

    private SearchControl Control(SearchFollower follower)
    {
        var start = _time.GetTimestamp();
        return new SearchControl(
            new Follower<SearchState>(state => follower.Progress.Report(InterdictionMapping.Write(state, _time.GetElapsedTime(start)))), TimeLeft: null, follower.Stop);
    }

    /// <summary>Answers at once, on this thread: the process has nothing else to do.</summary>
    private static Task<T> AnswerAsync<T>(Func<T> answer)
    {
        try
        {
            return Task.FromResult(answer());
        }
        catch (RpcException failure)
        {
            throw CallFailures.From(failure, server: null);
        }
    }

    /// <summary>Passes progress on at once, on the solver's thread.</summary>
    private sealed class Follower<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
