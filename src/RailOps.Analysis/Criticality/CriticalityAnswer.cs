using System.Collections.Immutable;
using RailOps.Analysis.Supply;

namespace RailOps.Analysis.Criticality;

/// <summary>What matters most in a situation.</summary>
/// <param name="SustainedCount">Whole divisions sustained with everything in place, at the three levels.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered with everything in place (kg/day).</param>
/// <param name="Items">Things whose loss costs something, costliest first.</param>
/// <param name="ExaminedCount">Things examined.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Solve">How it was solved.</param>
public sealed record CriticalityAnswer(
    LevelCount SustainedCount,
    long DeliveredKilogramsPerDay,
    ImmutableArray<CriticalItem> Items,
    long ExaminedCount,
    string Headline,
    SolveFacts Solve);
