using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// The range of a figure that is stated as one number: its best value plus and minus a share that grows as its grade falls (planning
/// factors <c>half_width_of_grade_a</c> to <c>_d</c>), and the range of its class of line if that is wider.
/// </summary>
internal sealed class GradeWidths(Situation situation)
{
    private readonly ImmutableDictionary<Grade, decimal> _halfWidths = new Dictionary<Grade, string>
    {
        [Grade.A] = PlanningFactorIds.HalfWidthOfGradeA,
        [Grade.B] = PlanningFactorIds.HalfWidthOfGradeB,
        [Grade.C] = PlanningFactorIds.HalfWidthOfGradeC,
        [Grade.D] = PlanningFactorIds.HalfWidthOfGradeD,
    }.ToImmutableDictionary(p => p.Key, p => situation.Data.Doctrine.FactorOn(p.Value, "all", situation.Date).Value.Best);

    /// <summary>Widens a figure that is stated as one number.</summary>
    public Estimate Widen(Estimate stated, Grade grade)
    {
        var off = stated.Best * _halfWidths[grade];
        return new Estimate(Math.Max(0m, Math.Min(stated.Low, stated.Best - off)), stated.Best, Math.Max(stated.High, stated.Best + off));
    }
}
