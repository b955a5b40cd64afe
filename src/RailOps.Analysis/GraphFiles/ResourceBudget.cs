namespace RailOps.Analysis.GraphFiles;

/// <summary>What may be spent of a resource.</summary>
/// <param name="Resource">Its name, or null: the only one there is.</param>
/// <param name="Amount">In the unit of its cost column, 0 or more.</param>
public sealed record ResourceBudget(string? Resource, decimal Amount);
