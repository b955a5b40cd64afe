using System.Collections.Immutable;
using RailOps.Analysis.Supply;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>The answer to a <see cref="ClassQuestion"/>.</summary>
/// <param name="Question">The question.</param>
/// <param name="OneClass">One class from all the same sources, enough coal, enough wagons: what train paths alone allow. Never less.</param>
/// <param name="Fronts">One per front, in the order of <see cref="SupplyAssessment.Fronts"/>.</param>
/// <param name="Links">What runs over each link, by link id, at the best level; links that nothing passes are left out.</param>
/// <param name="Coal">Coal burnt, or null: not modelled here.</param>
/// <param name="Fleet">Rolling stock taken, or null: not asked for.</param>
/// <param name="LargestMissKilogramsPerDay">Largest miss of any need of the divisions counted, after rounding to whole kilograms (kg/day).</param>
/// <param name="ToleranceKilogramsPerDay">Largest miss that is allowed (kg/day).</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Sentences">Why.</param>
/// <param name="Assumptions">What was assumed.</param>
/// <param name="Warnings">Things to know.</param>
/// <param name="Solve">How it was solved.</param>
public sealed record ClassAnswer(
    ClassQuestion Question,
    SupplyAssessment OneClass,
    ImmutableArray<ClassFront> Fronts,
    ImmutableDictionary<string, LinkFlows> Links,
    CoalUse? Coal,
    FleetUse? Fleet,
    long LargestMissKilogramsPerDay,
    long ToleranceKilogramsPerDay,
    string Headline,
    ImmutableArray<string> Sentences,
    ImmutableArray<string> Assumptions,
    ImmutableArray<AnalysisWarning> Warnings,
    SolveFacts Solve)
{
    /// <summary>Whole divisions sustained, all fronts together.</summary>
    public LevelCount SustainedCount => LevelCount.From(level => Fronts.Sum(f => f.SustainedCount[level]));

    /// <summary>Delivered to all fronts (kg/day).</summary>
    public LevelCount DeliveredKilogramsPerDay => LevelCount.From(level => Fronts.Sum(f => f.DeliveredKilogramsPerDay[level]));
}
