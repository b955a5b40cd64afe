using RailOps.Contracts.V1;
using RailOps.Server.Shell.Clients;

namespace RailOps.Server.Shell.Commands;

/// <summary>Reads lists to their end and hands them on as one answer.</summary>
internal static class Pages
{
    private const int PageSize = 1000;

    /// <summary>All networks.</summary>
    public static Task<ListNetworksResponse> AllNetworksAsync(IRailOpsClient client, CancellationToken cancellationToken) => AllAsync(
        page => client.ListNetworksAsync(new ListNetworksRequest { PageSize = PageSize, PageToken = page }, cancellationToken),
        answer => answer.NextPageToken,
        (all, next) => { all.Networks.AddRange(next.Networks); all.NextPageToken = next.NextPageToken; });

    /// <summary>All timelines.</summary>
    public static Task<ListTimelinesResponse> AllTimelinesAsync(IRailOpsClient client, CancellationToken cancellationToken) => AllAsync(
        page => client.ListTimelinesAsync(new ListTimelinesRequest { PageSize = PageSize, PageToken = page }, cancellationToken),
        answer => answer.NextPageToken,
        (all, next) => { all.Timelines.AddRange(next.Timelines); all.NextPageToken = next.NextPageToken; });

    /// <summary>All scenarios of a timeline.</summary>
    public static Task<ListScenariosResponse> AllScenariosAsync(IRailOpsClient client, string timeline, CancellationToken cancellationToken) => AllAsync(
        page => client.ListScenariosAsync(new ListScenariosRequest { Parent = timeline, PageSize = PageSize, PageToken = page }, cancellationToken),
        answer => answer.NextPageToken,
        (all, next) => { all.Scenarios.AddRange(next.Scenarios); all.NextPageToken = next.NextPageToken; });

    /// <summary>All formation types.</summary>
    public static Task<ListFormationsResponse> AllFormationsAsync(IRailOpsClient client, CancellationToken cancellationToken) => AllAsync(
        page => client.ListFormationsAsync(new ListFormationsRequest { PageSize = PageSize, PageToken = page }, cancellationToken),
        answer => answer.NextPageToken,
        (all, next) => { all.Formations.AddRange(next.Formations); all.NextPageToken = next.NextPageToken; });

    private static async Task<T> AllAsync<T>(Func<string, Task<T>> read, Func<T, string> nextPage, Action<T, T> append)
    {
        var all = await read("");
        while (nextPage(all).Length > 0)
            append(all, await read(nextPage(all)));
        return all;
    }
}
