namespace RailOps.Solvers.Interdiction;

/// <summary>One attack of a plan.</summary>
/// <param name="Target">Index of the target in <see cref="InterdictionProblem.Targets"/>.</param>
/// <param name="Level">Index of the level in the target's levels.</param>
public readonly record struct Attack(int Target, int Level);
