using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Capacity;

/// <summary>One step from a stated figure to tonnes a day, kept so that the answer can show it.</summary>
/// <param name="Name">What the step does.</param>
/// <param name="Value">The value after the step.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Evidence">Grade and source of what the step uses.</param>
public sealed record CapacityStep(string Name, Estimate Value, string Unit, Evidence Evidence);
