using RailOps.Model.Network;

namespace RailOps.Model.Timelines;

/// <summary>Optional links that a timeline takes as built.</summary>
/// <param name="RailwayId">All links of this railway, or empty.</param>
/// <param name="LinkId">One link, or empty; exactly one of the two is set.</param>
/// <param name="From">First day of traffic.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record OptionalLinks(string RailwayId, string LinkId, DateOnly From, Evidence Evidence);
