namespace RailOps.Analysis.GraphFiles;

/// <summary>What a defender asks about a graph file, who protects before the attacker strikes.</summary>
/// <param name="Attack">What the attacker may spend; one plan.</param>
/// <param name="DefenceBudget">What the defender may spend, in the unit of the column <c>protect_cost</c>; null: not stated.</param>
public sealed record DefenceQuestion(AttackQuestion Attack, decimal? DefenceBudget);
