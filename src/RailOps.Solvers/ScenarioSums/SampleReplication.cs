namespace RailOps.Solvers.ScenarioSums;

/// <summary>One sample of a <see cref="SampleAverageInterdiction"/> and the best plan for it.</summary>
/// <param name="Plan">The plan; its value is the sum over the draws.</param>
/// <param name="Bound">What every plan leaves at least, summed over the draws; equal to the plan's value if <paramref name="IsOptimal"/>.</param>
/// <param name="IsOptimal">True if the plan is proved best for the sample.</param>
public sealed record SampleReplication(SumPlan Plan, long Bound, bool IsOptimal);
