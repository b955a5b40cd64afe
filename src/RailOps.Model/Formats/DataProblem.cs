namespace RailOps.Model.Formats;

/// <summary>One fault in a data file: what, where, why, and what to do.</summary>
/// <param name="Severity">Whether the data can still be used.</param>
/// <param name="Code">What went wrong, for programs: one of <see cref="DataProblemCodes"/>.</param>
/// <param name="File">File relative to the folder <c>networks</c>, with forward slashes; empty for that folder itself.</param>
/// <param name="Row">Line as an editor shows it (1 = first line; for YAML the line of the node), or null: the file as a whole.</param>
/// <param name="Column">Column of a table or path of a YAML node (<c>fronts[0].entries[1].station</c>), or empty.</param>
/// <param name="Value">The value found, or empty.</param>
/// <param name="Message">What should be and what is, with the values.</param>
/// <param name="Suggestion">What to do, with the nearest match where there is one.</param>
public sealed record DataProblem(
    ProblemSeverity Severity, string Code, string File, int? Row, string Column, string Value, string Message, string Suggestion);
