using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Checking;

/// <summary>One way through the expanded net of a cheapest-flow problem.</summary>
/// <param name="Tail">Expanded node it leaves.</param>
/// <param name="Head">Expanded node it enters.</param>
/// <param name="Lower">The least it carries.</param>
/// <param name="Upper">The most, or <see cref="FlowGraph.Unlimited"/>.</param>
/// <param name="Cost">Cost per flow unit.</param>
internal readonly record struct MinCostPiece(int Tail, int Head, long Lower, long Upper, long Cost);
