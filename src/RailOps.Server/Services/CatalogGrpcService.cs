using Grpc.Core;
using RailOps.Contracts.V1;

namespace RailOps.Server.Services;

/// <summary>CatalogService over gRPC.</summary>
public sealed class CatalogGrpcService : CatalogService.CatalogServiceBase
{
    private readonly CatalogApi _catalog;

    /// <summary>Takes what answers.</summary>
    /// <param name="api">Answers.</param>
    public CatalogGrpcService(RailOpsApi api)
    {
        ArgumentNullException.ThrowIfNull(api);
        _catalog = api.Catalog;
    }

    /// <inheritdoc/>
    public override Task<ServerInfo> GetServerInfo(GetServerInfoRequest request, ServerCallContext context) =>
        Task.FromResult(_catalog.GetServerInfo());

    /// <inheritdoc/>
    public override Task<ListNetworksResponse> ListNetworks(ListNetworksRequest request, ServerCallContext context) =>
        Task.FromResult(_catalog.ListNetworks(request));

    /// <inheritdoc/>
    public override Task<Network> GetNetwork(GetNetworkRequest request, ServerCallContext context) =>
        Task.FromResult(_catalog.GetNetwork(request));

    /// <inheritdoc/>
    public override Task<ListTimelinesResponse> ListTimelines(ListTimelinesRequest request, ServerCallContext context) =>
        Task.FromResult(_catalog.ListTimelines(request));

    /// <inheritdoc/>
    public override Task<Timeline> GetTimeline(GetTimelineRequest request, ServerCallContext context) =>
        Task.FromResult(_catalog.GetTimeline(request));

    /// <inheritdoc/>
    public override Task<ListScenariosResponse> ListScenarios(ListScenariosRequest request, ServerCallContext context) =>
        Task.FromResult(_catalog.ListScenarios(request));

    /// <inheritdoc/>
    public override Task<ListFormationsResponse> ListFormations(ListFormationsRequest request, ServerCallContext context) =>
        Task.FromResult(_catalog.ListFormations(request));
}
