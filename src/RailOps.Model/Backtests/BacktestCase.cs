using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Backtests;

/// <summary>A question to the model beside what history observed: one row of <c>backtests/cases.csv</c>.</summary>
/// <param name="Id">Id.</param>
/// <param name="War">War or campaign, for people.</param>
/// <param name="Title">What was observed, for people.</param>
/// <param name="Question">What is asked.</param>
/// <param name="TimelineId">Timeline that says who holds what.</param>
/// <param name="SideId">The side that asks.</param>
/// <param name="Date">The day; for days to concentrate the first day.</param>
/// <param name="FromId">Station at one end of the section, or empty.</param>
/// <param name="ToId">Station at the other end, or empty.</param>
/// <param name="FrontId">Front, or empty: all fronts of the side.</param>
/// <param name="Amount">Trucks or divisions, or null: the question needs none.</param>
/// <param name="HaulKm">One-way distance for trucks (km), or null.</param>
/// <param name="Observed">What history observed, in the unit of the question.</param>
/// <param name="Comparison">How the observation bounds the truth.</param>
/// <param name="EvidenceIds">Rows of <c>base/capacity_evidence.csv</c> that hold the observation.</param>
/// <param name="Evidence">Grade and sources of the observation, and what a reader should know.</param>
/// <param name="Role">What it is good for.</param>
/// <param name="KnownMiss">Why the model leaves the observed range, or empty: it should not.</param>
/// <param name="IndependentBecause">Why it is a test although it shares a source with a figure that the answer rests on, or empty: it shares none.</param>
/// <param name="CannotAnswer">Why the model cannot answer yet, or empty.</param>
/// <param name="SettledBy">What source would settle a miss, a wide answer or a question without one, or empty.</param>
public sealed record BacktestCase(
    string Id,
    string War,
    string Title,
    BacktestQuestion Question,
    string TimelineId,
    string SideId,
    DateOnly Date,
    string FromId,
    string ToId,
    string FrontId,
    Estimate? Amount,
    decimal? HaulKm,
    Estimate Observed,
    BacktestComparison Comparison,
    ImmutableArray<string> EvidenceIds,
    Evidence Evidence,
    BacktestRole Role,
    string KnownMiss,
    string IndependentBecause,
    string CannotAnswer,
    string SettledBy);
