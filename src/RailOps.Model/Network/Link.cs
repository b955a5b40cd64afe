namespace RailOps.Model.Network;

/// <summary>A stretch between two neighbouring stations: one row of <c>links.csv</c>. Its figures stand in <c>values.csv</c>.</summary>
/// <param name="Id">Lower-case ASCII id, unique over links and points.</param>
/// <param name="FromId">Station at one end.</param>
/// <param name="ToId">Station at the other end.</param>
/// <param name="RailwayId">The line it belongs to.</param>
/// <param name="Operator">Scope of planning factors, for example <c>soviet</c> or <c>manchurian</c>.</param>
/// <param name="Mode">How goods move.</param>
/// <param name="LengthKm">Length, more than 0 (km).</param>
/// <param name="Opened">First day of traffic, or null: before any date asked for.</param>
/// <param name="Closed">First day without traffic, or null: not closed.</param>
/// <param name="IsOptional">True: exists only where a timeline or a change opens it.</param>
/// <param name="SeasonId">Row group of <c>seasons.csv</c>, or empty: the same all year.</param>
/// <param name="Evidence">Source and grade of course and length.</param>
public sealed record Link(
    string Id,
    string FromId,
    string ToId,
    string RailwayId,
    string Operator,
    LinkMode Mode,
    decimal LengthKm,
    DateOnly? Opened,
    DateOnly? Closed,
    bool IsOptional,
    string SeasonId,
    Evidence Evidence);
