using RailOps.Analysis.Supply;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>How many divisions can each front sustain, if every class of supply comes from its own sources, or if rolling stock is short?</summary>
/// <param name="Supply">Situation, policy and posture.</param>
/// <param name="IsByClass">True: four classes of supply and locomotive coal; false: one class, from the sources that the timeline counts, and no coal.</param>
/// <param name="IsFleetLimited">True: wagons and locomotives limit as far as their number is known.</param>
public sealed record ClassQuestion(SupplyQuestion Supply, bool IsByClass, bool IsFleetLimited);
