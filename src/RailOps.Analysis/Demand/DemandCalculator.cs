using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;

namespace RailOps.Analysis.Demand;

/// <summary>Works out what each front of a situation needs: formations x posture x manning, with their tails.</summary>
public static class DemandCalculator
{
    /// <summary>Works out all fronts.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="posture">Posture of all fronts, or null: as the timeline says for each.</param>
    /// <returns>One need per front, by priority, then in the timeline's order.</returns>
    public static ImmutableArray<FrontNeed> Calculate(Situation situation, Posture? posture) =>
    [
        .. situation.Fronts
            .OrderBy(f => f.Priority)
            .Select(f => Calculate(f, posture ?? f.Posture, situation)),
    ];

    private static FrontNeed Calculate(Front front, Posture posture, Situation situation)
    {
        var doctrine = situation.Data.Doctrine;
        var lines = front.FormationsOn(situation.ForcesDate)
            .Where(p => p.Count > 0m)
            .Select(p => Calculate(p, posture, situation))
            .ToImmutableArray();
        var divisions = lines.Sum(l => l.Present.Count * doctrine.FormationById[l.Present.FormationId].DivisionEquivalent);
        var isCountedInDivisions = divisions > 0m;
        var count = isCountedInDivisions ? divisions : lines.Sum(l => l.Present.Count);
        var need = lines.Aggregate(Estimate.Zero, static (sum, l) => sum + l.TonnesPerDay);
        var grade = lines.Length == 0 ? Grade.A : lines.Max(l => l.Grade);
        var present = decimal.ToInt64(decimal.Ceiling(count));
        return new FrontNeed(front, posture, present, isCountedInDivisions ? "division" : "formation", need, lines, grade);
    }

    private static FormationNeed Calculate(FormationsPresent present, Posture posture, Situation situation)
    {
        var doctrine = situation.Data.Doctrine;
        var type = doctrine.FormationById[present.FormationId];
        var each = Read(type, posture, situation);
        var classes = ByClass(type, posture, each);
        var grade = (Grade)Math.Max((int)present.Evidence.Grade, (int)type.Evidence.Grade);
        if (type.TailId.Length > 0)
        {
            var tail = doctrine.FormationById[type.TailId];
            var tails = Read(tail, posture, situation) * type.TailRatio(posture);
            each += tails;
            classes = [.. classes.Zip(ByClass(tail, posture, tails), static (own, more) => own + more)];
        }

        var strength = present.Count * present.ManningRatio;
        return new FormationNeed(present, each * strength, grade) { ClassTonnesPerDay = [.. classes.Select(c => c * strength)] };
    }

    private static Estimate Read(FormationType type, Posture posture, Situation situation) => situation.Figures.Read(
        new Figure(type, (int)posture, FigureKind.Consumption, type.Id, type.NeedTonnesPerDay(posture), type.Evidence.Grade, HasRange: true));

    // The columns of the table say how the likely need divides; the need of every level divides in the same proportion.
    private static ImmutableArray<Estimate> ByClass(FormationType type, Posture posture, Estimate need) =>
        [.. SupplyClassIds.OfTroops.Select(c => need * type.Split(posture).ShareOf(c))];
}
