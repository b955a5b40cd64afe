using RailOps.OrTools.Workers;

namespace RailOps.OrTools.Hosts;

/// <summary>Makes the host that this build uses: workers.</summary>
public static class OrToolsHosts
{
    /// <summary>Name of the host, for reports.</summary>
    public const string Name = "worker";

    /// <summary>Makes it. Starts nothing yet.</summary>
    /// <param name="options">How workers are found and held.</param>
    /// <param name="observer">Hears what happens to them; null if nobody listens.</param>
    public static IOrToolsHost Make(NodeWorkerOptions options, IWorkerObserver? observer) => new NodeWorkerHost(options, observer);
}
