using System.Collections.Immutable;

namespace RailOps.OrTools.Hosts;

/// <summary>What OR-Tools answers to a program.</summary>
/// <param name="Status">How it ended; values of other numbers are kept as they came.</param>
/// <param name="Objective">Objective; 0 without values.</param>
/// <param name="BestBound">Best bound; null if not stated.</param>
/// <param name="Values">Value per variable, or empty.</param>
/// <param name="RowDuals">Dual value per row, or empty.</param>
/// <param name="ReducedCosts">Reduced cost per variable, or empty.</param>
/// <param name="Message">What the solver adds; often empty.</param>
public sealed record ProgramReply(
    ProgramStatus Status,
    double Objective,
    double? BestBound,
    ImmutableArray<double> Values,
    ImmutableArray<double> RowDuals,
    ImmutableArray<double> ReducedCosts,
    string Message);
