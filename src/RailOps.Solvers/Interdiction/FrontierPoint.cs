namespace RailOps.Solvers.Interdiction;

/// <summary>One step of a frontier: from this budget on, up to the next point's, the plan is best.</summary>
/// <param name="Budget">
/// The smallest budget of the resource traced that brings the flow down to the value, the other budgets as they are: what
/// <paramref name="Plan"/> costs of it.
/// </param>
/// <param name="Value">Flow units left, or <see cref="Graphs.FlowGraph.Unlimited"/>.</param>
/// <param name="Plan">A cheapest plan that leaves no more.</param>
/// <param name="IsSupported">
/// True if the point lies on the lower convex hull of the frontier: no mixture of two other points beats it. Not known, hence false,
/// while the frontier is being traced.
/// </param>
/// <param name="ProvedUpTo">The largest budget of the resource for which <paramref name="Certificate"/> proves that no plan leaves less.</param>
/// <param name="Certificate">The proof; null unless asked for.</param>
public sealed record FrontierPoint(
    long Budget, long Value, AttackPlan Plan, bool IsSupported, long ProvedUpTo, InterdictionCertificate? Certificate);
