using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Doctrine;

/// <summary>A type of formation with its daily need: <c>formations.csv</c> joined with <c>consumption.csv</c>.</summary>
/// <param name="Id">Id, for example <c>SU_RD_1939</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="MenCount">Men at full strength.</param>
/// <param name="DivisionEquivalent">Divisions it counts as: 1 for a division, 2 for a corps of two, 0 for brigades, air and tails.</param>
/// <param name="TailId">Type of its army and corps troops, which are not rows of the order of battle, or empty.</param>
/// <param name="TailRatioRest">Tails for each such formation at rest.</param>
/// <param name="TailRatioDefence">Tails for each such formation in defence.</param>
/// <param name="TailRatioAttack">Tails for each such formation in attack.</param>
/// <param name="Rest">Need at rest (t/day).</param>
/// <param name="Defence">Need in defence (t/day).</param>
/// <param name="Attack">Need in attack (t/day).</param>
/// <param name="Evidence">Source and grade of the consumption.</param>
public sealed record FormationType(
    string Id,
    string Name,
    long MenCount,
    decimal DivisionEquivalent,
    string TailId,
    decimal TailRatioRest,
    decimal TailRatioDefence,
    decimal TailRatioAttack,
    Estimate Rest,
    Estimate Defence,
    Estimate Attack,
    Evidence Evidence)
{
    /// <summary>The likely need at rest by class of supply; all of it "other" unless stated.</summary>
    public ClassSplit RestSplit { get; init; } = ClassSplit.Unknown;

    /// <summary>The likely need in defence by class of supply.</summary>
    public ClassSplit DefenceSplit { get; init; } = ClassSplit.Unknown;

    /// <summary>The likely need in attack by class of supply.</summary>
    public ClassSplit AttackSplit { get; init; } = ClassSplit.Unknown;

    /// <summary>The likely need in a posture by class of supply, without tail.</summary>
    /// <param name="posture">The posture.</param>
    /// <returns>Tonnes a day of each class; only their proportion matters.</returns>
    public ClassSplit Split(Posture posture) => posture switch
    {
        Posture.Attack => AttackSplit,
        Posture.Defence => DefenceSplit,
        _ => RestSplit,
    };

    /// <summary>The daily need in a posture, without tail.</summary>
    /// <param name="posture">The posture.</param>
    /// <returns>Tonnes a day; low is the smallest need.</returns>
    public Estimate NeedTonnesPerDay(Posture posture) => posture switch
    {
        Posture.Attack => Attack,
        Posture.Defence => Defence,
        _ => Rest,
    };

    /// <summary>Tails for each such formation in a posture.</summary>
    /// <param name="posture">The posture.</param>
    /// <returns>The ratio, 0 or more.</returns>
    public decimal TailRatio(Posture posture) => posture switch
    {
        Posture.Attack => TailRatioAttack,
        Posture.Defence => TailRatioDefence,
        _ => TailRatioRest,
    };
}
