using RailOps.Analysis.Interdiction;

namespace RailOps.Server.Services;

/// <summary>How a caller follows and ends a search.</summary>
/// <param name="Progress">Told where the search stands, on the solver's thread; null: nobody listens.</param>
/// <param name="TimeLeft">Time until the caller's deadline; null: none.</param>
/// <param name="Stop">Ends the search with the best answer found.</param>
public sealed record SearchControl(IProgress<SearchState>? Progress, TimeSpan? TimeLeft, CancellationToken Stop)
{
    /// <summary>Nobody listens, nothing ends it but its own limit.</summary>
    public static SearchControl None { get; } = new(null, null, CancellationToken.None);
}
