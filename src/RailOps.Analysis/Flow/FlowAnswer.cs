using System.Collections.Immutable;

namespace RailOps.Analysis.Flow;

/// <summary>The most that can pass between two sets of places, and the cut that stops more.</summary>
/// <param name="Subject">Network or timeline id.</param>
/// <param name="Unit">Unit of the amounts once divided by <paramref name="UnitsPerAmount"/>.</param>
/// <param name="UnitsPerAmount">Whole solver units in one amount: 1000 where the solver counts kilograms and the unit is tonnes.</param>
/// <param name="Value">Maximum flow in solver units; -1: not limited.</param>
/// <param name="Cut">The cut nearest the source side; arcs of capacity 0 left out.</param>
/// <param name="Flows">Arcs that carry flow.</param>
/// <param name="SourceSideNodes">Nodes on the source side of the cut, sorted.</param>
/// <param name="IsCutUnique">False: another minimum cut exists.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Solve">How it was solved.</param>
public sealed record FlowAnswer(
    string Subject,
    string Unit,
    long UnitsPerAmount,
    long Value,
    ImmutableArray<NamedArc> Cut,
    ImmutableArray<NamedArc> Flows,
    ImmutableArray<string> SourceSideNodes,
    bool IsCutUnique,
    string Headline,
    SolveFacts Solve);
