using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Clients;

/// <summary>How the shell follows and ends a search.</summary>
/// <param name="Progress">Told where the search stands.</param>
/// <param name="Stop">Ends the search with the best answer found.</param>
internal sealed record SearchFollower(IProgress<SearchProgress> Progress, CancellationToken Stop)
{
    /// <summary>Told how far random draws have come; null: nobody listens.</summary>
    public IProgress<SampleProgress>? Draws { get; init; }
}
