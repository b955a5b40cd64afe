using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Clients;

/// <summary>Whoever answers the shell's questions. Every method throws <see cref="CallFailedException"/> when there is no answer.</summary>
internal interface IRailOpsClient : IAsyncDisposable
{
    /// <summary>How many divisions each front can sustain.</summary>
    Task<AssessSupplyResponse> AssessSupplyAsync(AssessSupplyRequest request, CancellationToken cancellationToken);

    /// <summary>The same question for several situations.</summary>
    Task<CompareTimelinesResponse> CompareTimelinesAsync(CompareTimelinesRequest request, CancellationToken cancellationToken);

    /// <summary>What each link, point, station and railway is worth.</summary>
    Task<RankCriticalLinksResponse> RankCriticalLinksAsync(RankCriticalLinksRequest request, CancellationToken cancellationToken);

    /// <summary>With what a side can strike.</summary>
    Task<ListAttackMeansResponse> ListAttackMeansAsync(ListAttackMeansRequest request, CancellationToken cancellationToken);

    /// <summary>The worst that an enemy can do.</summary>
    /// <param name="request">The question.</param>
    /// <param name="follower">Told where the search stands, and able to end it with the best answer found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<InterdictResult> InterdictAsync(InterdictRequest request, SearchFollower follower, CancellationToken cancellationToken);

    /// <summary>How damage grows with one resource.</summary>
    /// <param name="request">The question.</param>
    /// <param name="follower">Told where the search stands, and able to end it with the best answer found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FrontierResult> TraceFrontierAsync(TraceFrontierRequest request, SearchFollower follower, CancellationToken cancellationToken);

    /// <summary>What to guard.</summary>
    /// <param name="request">The question.</param>
    /// <param name="follower">Told where the search stands, and able to end it with the best answer found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FortifyResult> FortifyAsync(FortifyRequest request, SearchFollower follower, CancellationToken cancellationToken);

    /// <summary>How sure an answer is.</summary>
    /// <param name="request">The question.</param>
    /// <param name="follower">Told how far the draws have come, and able to end them with the draws done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<UncertaintyResult> SampleUncertaintyAsync(SampleUncertaintyRequest request, SearchFollower follower, CancellationToken cancellationToken);

    /// <summary>The most that can pass.</summary>
    Task<SolveMaxFlowResponse> SolveMaxFlowAsync(SolveMaxFlowRequest request, CancellationToken cancellationToken);

    /// <summary>The capacity graph of a situation.</summary>
    Task<ExportCapacityGraphResponse> ExportCapacityGraphAsync(ExportCapacityGraphRequest request, CancellationToken cancellationToken);

    /// <summary>A model as a program for other solvers.</summary>
    Task<ExportProgramResponse> ExportProgramAsync(ExportProgramRequest request, CancellationToken cancellationToken);

    /// <summary>Version, limits and solvers.</summary>
    Task<ServerInfo> GetServerInfoAsync(GetServerInfoRequest request, CancellationToken cancellationToken);

    /// <summary>Networks.</summary>
    Task<ListNetworksResponse> ListNetworksAsync(ListNetworksRequest request, CancellationToken cancellationToken);

    /// <summary>Timelines.</summary>
    Task<ListTimelinesResponse> ListTimelinesAsync(ListTimelinesRequest request, CancellationToken cancellationToken);

    /// <summary>One timeline.</summary>
    Task<Timeline> GetTimelineAsync(GetTimelineRequest request, CancellationToken cancellationToken);

    /// <summary>The scenarios of a timeline.</summary>
    Task<ListScenariosResponse> ListScenariosAsync(ListScenariosRequest request, CancellationToken cancellationToken);

    /// <summary>Formation types.</summary>
    Task<ListFormationsResponse> ListFormationsAsync(ListFormationsRequest request, CancellationToken cancellationToken);
}
