using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>An answer, or everything that is wrong with the question.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="Answer">Null if there is a fault.</param>
/// <param name="Faults">Every fault found.</param>
public sealed record GraphOutcome<T>(T? Answer, ImmutableArray<GraphFault> Faults)
    where T : class;
