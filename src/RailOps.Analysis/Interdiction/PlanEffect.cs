using System.Collections.Immutable;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.Supply;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Interdiction;

/// <summary>A plan of attack and what it does (best values, but for the count of divisions, which is told at the three levels).</summary>
/// <param name="Attacks">The attacks; empty: nothing can do harm.</param>
/// <param name="Spent">What they take, per resource of the question.</param>
/// <param name="SustainedCount">Whole divisions that the policy then sustains; the plan is that of the most likely figures at every level.</param>
/// <param name="LostCount">Whole divisions lost; may be below 0 where the policy then serves smaller divisions.</param>
/// <param name="SustainableCount">Most whole divisions however supply is shared out; null unless that was the objective.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered afterwards (kg/day).</param>
/// <param name="LostKilogramsPerDay">Delivery lost (kg/day).</param>
/// <param name="Fronts">Fronts that lose, those that lose most first.</param>
/// <param name="SuccessProbability">Chance that every attack succeeds, 0 to 1; chances not stated are taken as certain.</param>
/// <param name="Expected">What is expected if each attack succeeds or fails by itself; null: not worked out.</param>
/// <param name="Changes">The attacks as changes of a scenario.</param>
/// <param name="CutSentence">What holds the flow back afterwards.</param>
public sealed record PlanEffect(
    ImmutableArray<PlannedAttack> Attacks,
    ImmutableArray<ResourceBudget> Spent,
    LevelCount SustainedCount,
    long LostCount,
    long? SustainableCount,
    long DeliveredKilogramsPerDay,
    long LostKilogramsPerDay,
    ImmutableArray<FrontLoss> Fronts,
    decimal SuccessProbability,
    ExpectedDelivery? Expected,
    ImmutableArray<Change> Changes,
    string CutSentence)
{
    /// <summary>What arrives over the horizon; null unless that was the objective.</summary>
    public CumulativeDelivery? Cumulative { get; init; }
}
