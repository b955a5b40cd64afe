namespace RailOps.Model.Timelines;

/// <summary>A side of a timeline.</summary>
/// <param name="Id">Id, for example <c>soviet</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="OpponentId">The side that takes a station when nothing else is said.</param>
public sealed record SideInfo(string Id, string Title, string OpponentId);
