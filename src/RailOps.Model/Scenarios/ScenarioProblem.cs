namespace RailOps.Model.Scenarios;

/// <summary>One fault in the description of a situation.</summary>
/// <param name="Code">Stable, UPPER_SNAKE_CASE: TARGET_UNKNOWN, STATION_UNKNOWN, TARGET_AMBIGUOUS, SIDE_UNKNOWN, RATIO_OUT_OF_RANGE,
/// VALUE_OUT_OF_RANGE, CHANGE_NOT_APPLICABLE, DATE_OUTSIDE_TIMELINE, SCENARIO_UNKNOWN.</param>
/// <param name="ChangeIndex">Index into the changes of the question, or -1: not about a change.</param>
/// <param name="Field">Name of the field within the change or the question, in snake case.</param>
/// <param name="Value">The value as given.</param>
/// <param name="Message">What is wrong, with the value and what would be right.</param>
/// <param name="Suggestion">The nearest match, or empty.</param>
public sealed record ScenarioProblem(string Code, int ChangeIndex, string Field, string Value, string Message, string Suggestion);
