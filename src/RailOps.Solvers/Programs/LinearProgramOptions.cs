namespace RailOps.Solvers.Programs;

/// <summary>How far a solver of programs should go. Immutable.</summary>
public sealed record LinearProgramOptions
{
    /// <summary>No time limit.</summary>
    public static LinearProgramOptions Default { get; } = new();

    /// <summary>Time allowed from the call on; null means not limited. Zero gives <see cref="ProgramTermination.TimeLimit"/> at once.</summary>
    public TimeSpan? TimeLimit { get; init; }
}
