using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RailOps.Contracts.V1;
using RailOps.Model;
using RailOps.OrTools.Hosts;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Mapping;
using RailOps.Server.Services.Backends;
using RailOps.Server.Telemetry;
using RailOps.Solvers.Programs;

namespace RailOps.Server.Services;

/// <summary>Looks things up. Thread-safe.</summary>
public sealed class CatalogApi
{
    internal const string BaseNetworkId = "base";
    private readonly RailData _data;
    private readonly ServerOptions _limits;
    private readonly ScenarioReading _scenarios;
    private readonly SolverBackends _backends;

    /// <summary>Takes the data.</summary>
    /// <param name="data">All data.</param>
    /// <param name="limits">What one request may ask for.</param>
    /// <param name="backends">The solvers from outside.</param>
    public CatalogApi(RailData data, ServerOptions limits, SolverBackends backends)
    {
        _backends = backends;
        _data = data;
        _limits = limits;
        _scenarios = new ScenarioReading(data, limits.ChangeCount);
    }

    /// <summary>Version, limits and solvers.</summary>
    /// <returns>The facts.</returns>
    public ServerInfo GetServerInfo()
    {
        var info = new ServerInfo
        {
            Version = ServerVersion.Text,
            ProtocolVersion = ServerVersion.Protocol,
            NetworkRevision = _data.Revision,
            Flavour = TelemetryFlavour.Name,
            Limits = LimitsOf(_limits),
        };
        info.Solvers.Add(new SolverInfo { Name = "native", Version = ServerVersion.Text, Available = true, Problems = { "maximum flow", "allocation", "interdiction", "fortification", "criticality" } });
        info.Solvers.Add(OrToolsInfo(_backends.Availability));
        return info;
    }

    /// <summary>All networks, sorted by name.</summary>
    /// <param name="request">The page.</param>
    /// <returns>The networks.</returns>
    /// <exception cref="RpcException">Bad page.</exception>
    public ListNetworksResponse ListNetworks(ListNetworksRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var page = Page.Of(Networks().ToList(), request.PageSize, request.PageToken);
        return new ListNetworksResponse { Networks = { page.Rows }, NextPageToken = page.NextToken };
    }

    /// <summary>One network.</summary>
    /// <param name="request">Which.</param>
    /// <returns>The network.</returns>
    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public Network GetNetwork(GetNetworkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = request.Name.StartsWith("networks/", StringComparison.Ordinal) ? request.Name : $"networks/{request.Name}";
        var all = Networks().ToList();
        return all.FirstOrDefault(n => n.Name == name)
            ?? throw ScenarioReading.NotFound(
                ErrorReasons.NetworkUnknown, "network", name["networks/".Length..], "name", all.Select(n => n.Name["networks/".Length..]));
    }

    /// <summary>All timelines, sorted by name.</summary>
    /// <param name="request">The page.</param>
    /// <returns>The timelines.</returns>
    /// <exception cref="RpcException">Bad page.</exception>
    public ListTimelinesResponse ListTimelines(ListTimelinesRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var page = Page.Of(_data.Timelines, request.PageSize, request.PageToken);
        return new ListTimelinesResponse { Timelines = { page.Rows.Select(CatalogMapping.Write) }, NextPageToken = page.NextToken };
    }

    /// <summary>One timeline.</summary>
    /// <param name="request">Which.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public Timeline GetTimeline(GetTimelineRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CatalogMapping.Write(_scenarios.FindTimeline(request.Name, "name"));
    }

    /// <summary>The scenarios that a timeline defines.</summary>
    /// <param name="request">Which timeline, which page.</param>
    /// <returns>The scenarios.</returns>
    /// <exception cref="RpcException">NOT_FOUND, bad page.</exception>
    public ListScenariosResponse ListScenarios(ListScenariosRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var timeline = _scenarios.FindTimeline(request.Parent, "parent");
        var page = Page.Of(timeline.Scenarios, request.PageSize, request.PageToken);
        return new ListScenariosResponse
        {
            Scenarios = { page.Rows.Select(s => CatalogMapping.Write(timeline.Id, s)) },
            NextPageToken = page.NextToken,
        };
    }

    /// <summary>All formation types, sorted by id.</summary>
    /// <param name="request">The page.</param>
    /// <returns>The formation types.</returns>
    /// <exception cref="RpcException">Bad page.</exception>
    public ListFormationsResponse ListFormations(ListFormationsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sorted = _data.Doctrine.Formations.OrderBy(f => f.Id, StringComparer.Ordinal).ToList();
        var page = Page.Of(sorted, request.PageSize, request.PageToken);
        return new ListFormationsResponse { Formations = { page.Rows.Select(CatalogMapping.Write) }, NextPageToken = page.NextToken };
    }

    private static SolverInfo OrToolsInfo(SolverAvailability state) => new()
    {
        Name = SolverGuard.OrTools,
        Version = state.IsAvailable ? $"{state.Version} ({OrToolsHosts.Name})" : "",
        Problems = { "maximum flow", "allocation", "interdiction", "linear and mixed-integer programs" },
        Available = state.IsAvailable,
        UnavailableReason = state.Reason,
    };

    private static ServerLimits LimitsOf(ServerOptions options)
    {
        var asksForKeys = options.KeyFile is not null;
        return new ServerLimits
        {
            ReceiveMessageBytes = options.ReceiveMessageBytes,
            ConcurrentSolveCount = options.ConcurrentSolveCount,
            QueueLength = options.QueueLength,
            SolveTimeLimit = Duration.FromTimeSpan(options.SolveTimeLimit),
            ChangeCount = options.ChangeCount,
            ComparisonCaseCount = options.ComparisonCaseCount,
            StreamsPerConnection = options.StreamsPerConnection,
            ConnectionCount = options.ConnectionCount,
            KeyRequired = asksForKeys,
            RequestsPerSecondPerKey = asksForKeys ? options.RequestsPerSecondPerKey : 0,
            ConcurrentCallsPerKey = asksForKeys ? options.ConcurrentCallsPerKey : 0,
        };
    }

    private IEnumerable<Network> Networks() => _data.CapacityNetworks
        .Select(CatalogMapping.Write)
        .Append(new Network
        {
            Name = $"networks/{BaseNetworkId}",
            DisplayName = "Siberia, the Far East, Manchuria and Korea, 1904-1945",
            Description = "The infrastructure base of all timelines. Ask questions of a timeline, not of this network.",
            NodeCount = _data.Base.Stations.Length,
            LinkCount = _data.Base.Links.Length,
            CapacityUnit = "tonnes a day",
            Attribution = "See networks/base/SOURCE.md. Coordinates marked geonames: GeoNames, CC BY 4.0.",
        })
        .OrderBy(n => n.Name, StringComparer.Ordinal);
}
