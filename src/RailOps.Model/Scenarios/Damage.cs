namespace RailOps.Model.Scenarios;

/// <summary>What an event or change has done to one link.</summary>
/// <param name="Target">What was aimed at.</param>
/// <param name="CapacityLeftRatio">Share of the capacity left, 0 to 1.</param>
/// <param name="Reason">For people, for example <c>Circum-Baikal tunnel group closed</c>.</param>
public sealed record Damage(Target Target, decimal CapacityLeftRatio, string Reason);
