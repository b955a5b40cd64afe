using System.Collections.Immutable;

namespace RailOps.Analysis.Flow;

/// <summary>A flow answer, or all that is wrong with the question.</summary>
/// <param name="Answer">The answer; null if there is a problem.</param>
/// <param name="Problems">Every problem found.</param>
public sealed record FlowResult(FlowAnswer? Answer, ImmutableArray<FlowProblem> Problems);
