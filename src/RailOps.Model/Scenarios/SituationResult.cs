using System.Collections.Immutable;

namespace RailOps.Model.Scenarios;

/// <summary>A situation, or all that is wrong with its description.</summary>
/// <param name="Situation">The situation; null if there is a problem.</param>
/// <param name="Problems">Every problem found.</param>
public sealed record SituationResult(Situation? Situation, ImmutableArray<ScenarioProblem> Problems);
