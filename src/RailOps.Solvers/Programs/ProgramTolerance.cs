namespace RailOps.Solvers.Programs;

/// <summary>How far a solver's answer may be from what it claims.</summary>
/// <param name="Feasibility">By how much a bound of a row or variable may be missed, relative to the larger of 1 and the bound.</param>
/// <param name="Integrality">By how much a whole variable may miss a whole number.</param>
/// <param name="RelativeGap">Share of the objective by which a better one may exist.</param>
public sealed record ProgramTolerance(double Feasibility, double Integrality, double RelativeGap)
{
    /// <summary>How far the objective may be off, in its own unit: the relative tolerances times the larger of 1 and the objective.</summary>
    /// <param name="objective">The objective.</param>
    public double OfObjective(double objective) => (Feasibility + RelativeGap) * double.Max(1, double.Abs(objective));
}
