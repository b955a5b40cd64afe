namespace RailOps.OrTools.Hosts;

/// <summary>What OR-Tools answers about a cheapest flow.</summary>
/// <param name="Status">How it ended; values of other numbers are kept as they came.</param>
/// <param name="Flows">Flow per arc if <see cref="MinCostFlowStatus.Optimal"/>, else empty.</param>
public sealed record MinCostFlowReply(MinCostFlowStatus Status, long[] Flows);
