using System.Collections.Immutable;

namespace RailOps.Analysis.Uncertainty;

/// <summary>How sure an answer is.</summary>
/// <param name="Question">The question.</param>
/// <param name="DrawsDone">Draws behind the answer: all, or the first so many if it was stopped.</param>
/// <param name="Fronts">The fronts, by priority.</param>
/// <param name="Total">All fronts together.</param>
/// <param name="Places">Places that were in the cut in any draw, those most often there first.</param>
/// <param name="AllMetFrequency">Share of the draws in which all divisions were sustained.</param>
/// <param name="Tornado">The parameters that move most, largest swing first; those that move nothing are left out.</param>
/// <param name="ParameterCount">Parameters that a tornado can move.</param>
/// <param name="IsTornadoComplete">False: stopped before every parameter was tried.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Sentences">What the draws say.</param>
/// <param name="Assumptions">How they were made.</param>
/// <param name="Solve">How it was solved.</param>
public sealed record SampleAnswer(
    SampleQuestion Question,
    int DrawsDone,
    ImmutableArray<FrontBand> Fronts,
    FrontBand Total,
    ImmutableArray<CutPlace> Places,
    double AllMetFrequency,
    ImmutableArray<TornadoBar> Tornado,
    int ParameterCount,
    bool IsTornadoComplete,
    string Headline,
    ImmutableArray<string> Sentences,
    ImmutableArray<string> Assumptions,
    SolveFacts Solve);
