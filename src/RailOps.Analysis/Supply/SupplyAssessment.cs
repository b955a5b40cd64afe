using System.Collections.Immutable;
using RailOps.Analysis.Graph;

namespace RailOps.Analysis.Supply;

/// <summary>The answer to a <see cref="SupplyQuestion"/>.</summary>
/// <param name="Question">The question.</param>
/// <param name="Graph">The capacity graph it was solved on.</param>
/// <param name="Fronts">One per front, by priority.</param>
/// <param name="Links">Every link with its use.</param>
/// <param name="BindingCut">What stops more from arriving, or null: every need is met.</param>
/// <param name="NextCut">What binds next if the binding cut were unlimited, or null: nothing binds now, or nothing would.</param>
/// <param name="CeilingCut">What the net could bring to all fronts if their need were unlimited, or null: not limited.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Sentences">Why.</param>
/// <param name="Assumptions">What was assumed.</param>
/// <param name="Warnings">Things to know.</param>
/// <param name="Solve">How it was solved.</param>
public sealed record SupplyAssessment(
    SupplyQuestion Question,
    CapacityGraph Graph,
    ImmutableArray<FrontAssessment> Fronts,
    ImmutableArray<LinkUse> Links,
    Cut? BindingCut,
    Cut? NextCut,
    Cut? CeilingCut,
    string Headline,
    ImmutableArray<string> Sentences,
    ImmutableArray<string> Assumptions,
    ImmutableArray<AnalysisWarning> Warnings,
    SolveFacts Solve)
{
    /// <summary>Whole divisions sustained, all fronts together.</summary>
    public LevelCount SustainedCount => LevelCount.From(level => Fronts.Sum(f => f.SustainedCount[level]));

    /// <summary>Divisions present, all fronts together.</summary>
    public long PresentCount => Fronts.Sum(f => f.Need.PresentCount);

    /// <summary>Needed by all fronts (kg/day).</summary>
    public LevelCount NeededKilogramsPerDay => LevelCount.From(level => Fronts.Sum(f => f.NeededKilogramsPerDay[level]));

    /// <summary>Delivered to all fronts (kg/day).</summary>
    public LevelCount DeliveredKilogramsPerDay => LevelCount.From(level => Fronts.Sum(f => f.DeliveredKilogramsPerDay[level]));
}
