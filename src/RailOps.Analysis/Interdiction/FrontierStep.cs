namespace RailOps.Analysis.Interdiction;

/// <summary>One step of a frontier.</summary>
/// <param name="BudgetCount">Least of the varied resource that does this damage.</param>
/// <param name="Plan">The plan.</param>
/// <param name="IsSupported">True: no mixture of two other steps beats it.</param>
public sealed record FrontierStep(long BudgetCount, PlanEffect Plan, bool IsSupported);
