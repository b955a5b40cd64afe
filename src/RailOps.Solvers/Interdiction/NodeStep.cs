namespace RailOps.Solvers.Interdiction;

/// <summary>A better plan, or (plan null) a bound of the node in flow units.</summary>
internal readonly record struct NodeStep(Incumbent? Plan, long Bound);
