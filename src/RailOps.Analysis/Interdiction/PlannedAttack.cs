namespace RailOps.Analysis.Interdiction;

/// <summary>One attack of a plan.</summary>
/// <param name="Target">What is struck.</param>
/// <param name="Mode">How.</param>
public sealed record PlannedAttack(RailTarget Target, AttackMode Mode);
