namespace RailOps.Analysis;

/// <summary>Something the user should know that does not stop the work.</summary>
/// <param name="Code">UPPER_SNAKE_CASE, stable.</param>
/// <param name="Message">One sentence.</param>
public sealed record AnalysisWarning(string Code, string Message);
