using System.Collections.Immutable;

namespace RailOps.Analysis.Criticality;

/// <summary>Which things stand in for each other.</summary>
/// <param name="SustainedCount">Whole divisions sustained with everything in place, at the best level.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered with everything in place (kg/day).</param>
/// <param name="Pairs">Pairs whose loss costs more than the losses of each alone added up, most beyond that first.</param>
/// <param name="ExaminedCount">Pairs examined.</param>
/// <param name="WorseCount">Pairs found that cost more than their parts.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Solve">How it was solved.</param>
public sealed record PairAnswer(
    long SustainedCount,
    long DeliveredKilogramsPerDay,
    ImmutableArray<LossPair> Pairs,
    long ExaminedCount,
    long WorseCount,
    string Headline,
    SolveFacts Solve);
