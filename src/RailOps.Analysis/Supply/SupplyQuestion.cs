using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Solvers.Allocation;

namespace RailOps.Analysis.Supply;

/// <summary>How many divisions can each front sustain?</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Policy">How scarce capacity is shared.</param>
/// <param name="Posture">Posture of all fronts, or null: as the timeline says for each.</param>
public sealed record SupplyQuestion(Situation Situation, AllocationPolicy Policy, Posture? Posture)
{
    /// <summary>Who shares out the capacity; cuts and gains that explain the answer are always found by the native solvers.</summary>
    public IAllocationSolver Solver { get; init; } = new ExactAllocationSolver();

    /// <summary>Sources that count instead of those of the situation, any of them for any need; null: those of the situation.</summary>
    public ImmutableArray<SupplySource>? Sources { get; init; }
}
