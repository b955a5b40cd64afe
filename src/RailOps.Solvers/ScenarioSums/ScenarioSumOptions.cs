using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>How far a scenario-sum solver should go. Immutable.</summary>
public sealed record ScenarioSumOptions
{
    /// <summary>No time limit, with a proof.</summary>
    public static ScenarioSumOptions Default { get; } = new();

    /// <summary>Time limit and how often it is looked at.</summary>
    public SolveOptions Limits { get; init; } = SolveOptions.Default;

    /// <summary>True to record the tree that proves the plan best (one sparse flow per case and step); false saves the memory.</summary>
    public bool RecordProof { get; init; } = true;
}
