namespace RailOps.Solvers.Programs;

/// <summary>Whether a solver that does not come with RailOps can be used.</summary>
/// <param name="IsAvailable">True if it can be asked.</param>
/// <param name="Version">Name and version of what was found; empty if nothing was.</param>
/// <param name="Reason">If it cannot be asked: why, and how to add it. Empty otherwise.</param>
public sealed record SolverAvailability(bool IsAvailable, string Version, string Reason)
{
    /// <summary>It can be asked.</summary>
    /// <param name="version">Name and version.</param>
    public static SolverAvailability Ready(string version) => new(IsAvailable: true, version, string.Empty);

    /// <summary>It cannot be asked.</summary>
    /// <param name="reason">Why, and how to add it.</param>
    public static SolverAvailability Missing(string reason) => new(IsAvailable: false, string.Empty, reason);
}
