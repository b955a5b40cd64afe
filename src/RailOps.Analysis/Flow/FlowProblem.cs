namespace RailOps.Analysis.Flow;

/// <summary>One fault in a flow question.</summary>
/// <param name="Code">NODE_UNKNOWN, TERMINALS_MISSING, TERMINALS_OVERLAP or NO_ROUTE.</param>
/// <param name="Field">Field path in snake case, for example <c>from[0]</c>.</param>
/// <param name="Value">The value as given.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Suggestion">The nearest match, or empty.</param>
public sealed record FlowProblem(string Code, string Field, string Value, string Message, string Suggestion);
