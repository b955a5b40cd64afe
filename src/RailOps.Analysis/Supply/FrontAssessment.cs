using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Model.Network;

namespace RailOps.Analysis.Supply;

/// <summary>What one front gets.</summary>
/// <param name="Need">What it needs.</param>
/// <param name="SustainedCount">Whole divisions sustained under the policy.</param>
/// <param name="SustainableAloneCount">Whole divisions if this front alone drew supply; -1: not limited.</param>
/// <param name="SliceKilogramsPerDay">Need of one slice (kg/day); the cautious level has the largest.</param>
/// <param name="NeededKilogramsPerDay">Need of all (kg/day).</param>
/// <param name="DeliveredKilogramsPerDay">Delivered (kg/day).</param>
/// <param name="Entries">Where it draws supply.</param>
/// <param name="LimitingCut">What limits it when it alone draws supply, or null: nothing does, or nothing is there.</param>
/// <param name="Chain">From trains to divisions.</param>
/// <param name="WeakestGrade">Worst grade among its formations and its limiting cut.</param>
/// <param name="IsReachable">True: some route joins a source and the front.</param>
/// <param name="Sentence">The answer for this front in one sentence.</param>
public sealed record FrontAssessment(
    FrontNeed Need,
    LevelCount SustainedCount,
    LevelCount SustainableAloneCount,
    LevelCount SliceKilogramsPerDay,
    LevelCount NeededKilogramsPerDay,
    LevelCount DeliveredKilogramsPerDay,
    ImmutableArray<EntryUse> Entries,
    Cut? LimitingCut,
    SupplyChain Chain,
    Grade WeakestGrade,
    bool IsReachable,
    string Sentence)
{
    /// <summary>
    /// The grades that the count rests on: those of the limiting cut, or of the cut that binds all fronts together if this one is short
    /// although its own cut would do. Empty: nothing limits it, or nothing passes.
    /// </summary>
    public ImmutableArray<GradeShare> GradeShares { get; init; } = [];
}
