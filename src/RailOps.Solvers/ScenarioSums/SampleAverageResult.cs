using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Outcomes;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Answer of a <see cref="SampleAverageInterdiction"/>: optimal for the sample, an interval for the truth. Nothing here proves a plan
/// best in truth.
/// </summary>
/// <param name="Termination">
/// Optimal if every sample was solved to proof (best for its sample, that is), TimeLimit or Stopped if some were not, Unbounded if under
/// the plan a draw is without limit, OutOfRange if weights times flows may not fit.
/// </param>
/// <param name="Attacks">The plan picked; empty if there is none.</param>
/// <param name="Costs">What it costs, per resource.</param>
/// <param name="Replications">The samples solved, in order.</param>
/// <param name="BestPossible">
/// How low the expected flow of any plan can be: mean of the samples' optima (or of the bounds proved, where a sample was not solved to
/// the end), which lies below the truth on average, with its lower side; flow units. Null with fewer than two samples or an unlimited one.
/// </param>
/// <param name="Expected">What the plan picked leaves on average, from a sample drawn for this alone; flow units. Null if stopped before or unlimited.</param>
public sealed record SampleAverageResult(
    Termination Termination,
    ImmutableArray<Attack> Attacks,
    ImmutableArray<long> Costs,
    ImmutableArray<SampleReplication> Replications,
    ConfidenceInterval? BestPossible,
    ConfidenceInterval? Expected)
{
    /// <summary>What the plan picked leaves on average, exactly; null if too many of its attacks are uncertain or the time was up.</summary>
    public OutcomeExpectation? Exact { get; internal init; }

    /// <summary>
    /// At most this much better than the plan picked is any plan, in flow units, if both intervals hold: upper end of the one less lower
    /// end of the other, 0 or more; null if one is missing.
    /// </summary>
    public double? Gap => BestPossible is { } best && Expected is { } expected ? double.Max(0, expected.High - best.Low) : null;
}
