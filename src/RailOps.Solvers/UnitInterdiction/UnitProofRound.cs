using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>One step of a proof for one case of a witness.</summary>
/// <param name="Demand">The demander that is behind the cut in this case; all before it in the witness's order are in front.</param>
/// <param name="Step">Scale, prices and flow, as in certificates of plain interdiction; pieces are those of the graph with the sink.</param>
public sealed record UnitProofRound(int Demand, InterdictionProofRound Step);
