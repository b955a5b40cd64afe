using System.Collections.Immutable;

namespace RailOps.Model.Network;

/// <summary>A tunnel, bridge, ferry, pass or yard on links or at stations; it can be closed or attacked apart from them.</summary>
/// <param name="Id">Lower-case ASCII id, unique over links and points.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">tunnel, bridge, ferry, pass, yard, border.</param>
/// <param name="LinkIds">Links that pass it.</param>
/// <param name="LengthMetres">Length, or null if not known (metres).</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record Point(string Id, string Name, string Kind, ImmutableArray<string> LinkIds, decimal? LengthMetres, Evidence Evidence);
