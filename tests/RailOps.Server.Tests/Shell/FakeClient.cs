using Google.Protobuf;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Clients;

namespace RailOps.Server.Tests.Shell;

/// <summary>Remembers the last request and answers with what the test put in.</summary>
internal sealed class FakeClient : IRailOpsClient
{
    private readonly Dictionary<Type, Func<IMessage, CancellationToken, Task<IMessage>>> _answers = [];

    public IMessage? LastRequest { get; private set; }

    public bool Disposed { get; private set; }

    public FakeClient Answer<TRequest>(Func<TRequest, IMessage> answer)
        where TRequest : IMessage
    {
        _answers[typeof(TRequest)] = (request, _) => Task.FromResult(answer((TRequest)request));
        return this;
    }

    public FakeClient NeverAnswer<TRequest>()
        where TRequest : IMessage
    {
        _answers[typeof(TRequest)] = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("unreachable");
        };
        return this;
    }

    public Task<AssessSupplyResponse> AssessSupplyAsync(AssessSupplyRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<AssessSupplyResponse>(request, cancellationToken);

    public Task<CompareTimelinesResponse> CompareTimelinesAsync(CompareTimelinesRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<CompareTimelinesResponse>(request, cancellationToken);

    public Task<RankCriticalLinksResponse> RankCriticalLinksAsync(RankCriticalLinksRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<RankCriticalLinksResponse>(request, cancellationToken);

    public Task<ListAttackMeansResponse> ListAttackMeansAsync(ListAttackMeansRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ListAttackMeansResponse>(request, cancellationToken);

    public Task<InterdictResult> InterdictAsync(InterdictRequest request, SearchFollower follower, CancellationToken cancellationToken) =>
        ReplyAsync<InterdictResult>(request, cancellationToken);

    public Task<FrontierResult> TraceFrontierAsync(TraceFrontierRequest request, SearchFollower follower, CancellationToken cancellationToken) =>
        ReplyAsync<FrontierResult>(request, cancellationToken);

    public Task<FortifyResult> FortifyAsync(FortifyRequest request, SearchFollower follower, CancellationToken cancellationToken) =>
        ReplyAsync<FortifyResult>(request, cancellationToken);

    public Task<UncertaintyResult> SampleUncertaintyAsync(SampleUncertaintyRequest request, SearchFollower follower, CancellationToken cancellationToken) =>
        ReplyAsync<UncertaintyResult>(request, cancellationToken);

    public Task<SolveMaxFlowResponse> SolveMaxFlowAsync(SolveMaxFlowRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<SolveMaxFlowResponse>(request, cancellationToken);

    public Task<ExportCapacityGraphResponse> ExportCapacityGraphAsync(ExportCapacityGraphRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ExportCapacityGraphResponse>(request, cancellationToken);

    public Task<ExportProgramResponse> ExportProgramAsync(ExportProgramRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ExportProgramResponse>(request, cancellationToken);

    public Task<ServerInfo> GetServerInfoAsync(GetServerInfoRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ServerInfo>(request, cancellationToken);

    public Task<ListNetworksResponse> ListNetworksAsync(ListNetworksRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ListNetworksResponse>(request, cancellationToken);

    public Task<ListTimelinesResponse> ListTimelinesAsync(ListTimelinesRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ListTimelinesResponse>(request, cancellationToken);

    public Task<Timeline> GetTimelineAsync(GetTimelineRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<Timeline>(request, cancellationToken);

    public Task<ListScenariosResponse> ListScenariosAsync(ListScenariosRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ListScenariosResponse>(request, cancellationToken);

    public Task<ListFormationsResponse> ListFormationsAsync(ListFormationsRequest request, CancellationToken cancellationToken) =>
        ReplyAsync<ListFormationsResponse>(request, cancellationToken);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }

    private async Task<T> ReplyAsync<T>(IMessage request, CancellationToken cancellationToken)
    {
        LastRequest = request;
        return (T)await _answers[request.GetType()](request, cancellationToken);
    }
}
