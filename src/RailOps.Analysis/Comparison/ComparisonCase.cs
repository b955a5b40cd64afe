using RailOps.Analysis.Supply;

namespace RailOps.Analysis.Comparison;

/// <summary>One situation of a comparison.</summary>
/// <param name="Label">Short name, unique in the comparison.</param>
/// <param name="Question">The question.</param>
public sealed record ComparisonCase(string Label, SupplyQuestion Question);
