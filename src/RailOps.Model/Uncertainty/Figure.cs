using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Uncertainty;

/// <summary>An uncertain figure at the moment it is read.</summary>
/// <param name="Row">The row that states it; the same object whenever the same figure of a situation is read.</param>
/// <param name="Part">Which figure of the row, where a row has several; else 0.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="SubjectId">Railway, operator, season, station, front or formation type that it belongs to.</param>
/// <param name="Stated">The figure as stated, or with the range of its class.</param>
/// <param name="Grade">How far it can be trusted.</param>
/// <param name="HasRange">False: the source gave one number.</param>
public readonly record struct Figure(
    object Row, int Part, FigureKind Kind, string SubjectId, Estimate Stated, Grade Grade, bool HasRange);
