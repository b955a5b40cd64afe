namespace RailOps.Analysis.Flow;

/// <summary>One arc of a flow answer.</summary>
/// <param name="Id">Link or edge id.</param>
/// <param name="From">Node where it begins, in the direction of the flow.</param>
/// <param name="To">Node where it ends.</param>
/// <param name="Capacity">Most that can pass, in whole units of the solver; null: not limited.</param>
/// <param name="Flow">What passes, at least 0.</param>
public sealed record NamedArc(string Id, string From, string To, long? Capacity, long Flow);
