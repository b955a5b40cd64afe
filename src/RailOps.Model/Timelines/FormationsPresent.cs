using RailOps.Model.Network;

namespace RailOps.Model.Timelines;

/// <summary>One line of an order of battle.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="FormationId">Type (<see cref="Doctrine.FormationType.Id"/>).</param>
/// <param name="Count">How many; 0 is a real value, halves occur.</param>
/// <param name="ManningRatio">Men present / establishment; the need is multiplied by it.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record FormationsPresent(string Name, string FormationId, decimal Count, decimal ManningRatio, Evidence Evidence);
