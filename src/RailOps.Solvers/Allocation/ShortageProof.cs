using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Why a demander gets no further unit under <see cref="AllocationPolicy.Priority"/>: the demanders behind the cut that come
/// before it keep their whole units, and with one more unit for it they would need more than the cut lets through.
/// </summary>
/// <param name="Demand">Index of the demander that is short.</param>
/// <param name="Cut">The cut of the graph; its capacity does not include the demanders on the source side.</param>
public sealed record ShortageProof(int Demand, NodeCut Cut);
