namespace RailOps.Analysis.GraphFiles;

/// <summary>One step of a frontier, amounts in the file's own units.</summary>
/// <param name="Budget">The smallest budget of the resource varied that brings the flow down so far.</param>
/// <param name="ProvedUpTo">The largest budget for which it is proved that no plan leaves less.</param>
/// <param name="Plan">A cheapest plan.</param>
/// <param name="IsSupported">True if no mixture of two other steps is better.</param>
public sealed record GraphFrontierStep(decimal Budget, decimal ProvedUpTo, GraphPlan Plan, bool IsSupported);
