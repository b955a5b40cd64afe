using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Timelines;
using RailOps.Model.Units;

namespace RailOps.Analysis.Demand;

/// <summary>What one line of an order of battle needs.</summary>
/// <param name="Present">The line.</param>
/// <param name="TonnesPerDay">Need of all its formations with their tails (t/day).</param>
/// <param name="Grade">Worse of the grades of presence and of consumption.</param>
public sealed record FormationNeed(FormationsPresent Present, Estimate TonnesPerDay, Grade Grade)
{
    /// <summary>The same need by class of supply (t/day), in the order of <see cref="SupplyClassIds.OfTroops"/>; the classes add up to the whole.</summary>
    public ImmutableArray<Estimate> ClassTonnesPerDay { get; init; } = [];
}
