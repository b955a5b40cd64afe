namespace RailOps.Solvers.Results;

/// <summary>How long a solver may work and how often it looks up. Immutable.</summary>
public sealed record SolveOptions
{
    /// <summary>No time limit, the system clock, a look at the token every 4,096 steps.</summary>
    public static SolveOptions Default { get; } = new();

    /// <summary>Time allowed from the call on; null means not limited, zero stops at the first look.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The clock that <see cref="TimeLimit"/> is measured with.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Steps (arcs looked at) between two looks at the token and the clock; 1 or more.</summary>
    public int CheckInterval { get; init; } = 4096;
}
