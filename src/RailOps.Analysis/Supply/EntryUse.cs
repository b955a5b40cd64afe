using RailOps.Model.Timelines;

namespace RailOps.Analysis.Supply;

/// <summary>One entry station of a front.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="StationName">Name for people.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered over it at the best level (kg/day).</param>
/// <param name="IsHeld">False: not in this side's hands.</param>
public sealed record EntryUse(FrontEntry Entry, string StationName, long DeliveredKilogramsPerDay, bool IsHeld);
