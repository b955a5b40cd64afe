namespace RailOps.Analysis.GraphFiles;

/// <summary>One fault in a question about a graph file.</summary>
/// <param name="Field">What it is about: graph, source, sink, budget, vary or defence-budget.</param>
/// <param name="Code">UPPER_SNAKE_CASE cause.</param>
/// <param name="Message">What should be and what is, with the values.</param>
/// <param name="Suggestion">What to do, with the nearest match where there is one; may be empty.</param>
public sealed record GraphFault(string Field, string Code, string Message, string Suggestion);
