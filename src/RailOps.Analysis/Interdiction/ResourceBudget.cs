namespace RailOps.Analysis.Interdiction;

/// <summary>What the attacker may spend of one resource.</summary>
/// <param name="Resource">Its name, for example <c>air-sorties</c>.</param>
/// <param name="Count">Units that may be spent, 0 or more.</param>
public sealed record ResourceBudget(string Resource, long Count);
