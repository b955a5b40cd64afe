using RailOps.Model.Network;

namespace RailOps.Model.Doctrine;

/// <summary>One class of supply that a kind of source gives: one row of <c>supply_classes.csv</c>.</summary>
/// <param name="Kind">Kind of source (<see cref="Timelines.SupplySource.Kind"/>).</param>
/// <param name="StationId">Station that it holds for, or empty: all others.</param>
/// <param name="Class">The class, or null: sources of this kind give nothing here, because what they hold is counted elsewhere.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record SupplyClassRule(string Kind, string StationId, SupplyClass? Class, Evidence Evidence);
