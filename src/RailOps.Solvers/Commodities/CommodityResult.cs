using System.Collections.Immutable;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>
/// Answer of a <see cref="CommoditySolver"/>: flows in whole units, which a checker can verify; that there is nothing better is believed from the
/// solver of programs, up to its tolerance.
/// </summary>
/// <param name="Flow">The flows, or null: time ran out or the caller left before there were any.</param>
/// <param name="ProgramUnits">Units of each demander as the last program that chose them says, in floating point.</param>
/// <param name="Bindings">One for each demander that stays short, if asked for.</param>
/// <param name="Termination">Optimal, TimeLimit or Stopped.</param>
/// <param name="ProgramCount">Programs solved.</param>
/// <param name="Solver">Names of the solvers of programs.</param>
/// <param name="Tolerance">How far their numbers may be off.</param>
public sealed record CommodityResult(
    CommodityFlow? Flow,
    ImmutableArray<double> ProgramUnits,
    ImmutableArray<CommodityBinding> Bindings,
    ProgramTermination Termination,
    int ProgramCount,
    string Solver,
    ProgramTolerance? Tolerance);
