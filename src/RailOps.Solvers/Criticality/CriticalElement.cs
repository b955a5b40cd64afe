namespace RailOps.Solvers.Criticality;

/// <summary>What the loss of one target does.</summary>
/// <param name="Target">Index of the target.</param>
/// <param name="After">Maximum flow left, in flow units.</param>
/// <param name="Loss">Flow units lost; 0 or more.</param>
/// <param name="TieGroup">Number of the group of targets with the same loss, 0 for the largest loss.</param>
public sealed record CriticalElement(int Target, long After, long Loss, int TieGroup);
