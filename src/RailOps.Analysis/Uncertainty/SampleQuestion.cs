using RailOps.Analysis.Supply;

namespace RailOps.Analysis.Uncertainty;

/// <summary>How sure is the answer to a question about supply?</summary>
/// <param name="Supply">The question.</param>
/// <param name="DrawCount">Draws, at least 1.</param>
/// <param name="Seed">Same seed, same answer.</param>
/// <param name="Correlation">Rank correlation of figures of one group, 0 to 1.</param>
/// <param name="TornadoCount">Bars of the tornado wanted; 0: none.</param>
public sealed record SampleQuestion(SupplyQuestion Supply, int DrawCount, ulong Seed, double Correlation, int TornadoCount);
