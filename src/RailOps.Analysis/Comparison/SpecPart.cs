using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Comparison;

/// <summary>One difference between two specifications.</summary>
/// <param name="Kind">infrastructure, control, sources, forces, event or change.</param>
/// <param name="Sentence">What differs.</param>
/// <param name="AddTo">Puts the case's part into the baseline.</param>
/// <param name="TakeFrom">Puts the baseline's part into the case.</param>
internal sealed record SpecPart(
    string Kind, string Sentence, Func<SituationSpec, SituationSpec> AddTo, Func<SituationSpec, SituationSpec> TakeFrom);
