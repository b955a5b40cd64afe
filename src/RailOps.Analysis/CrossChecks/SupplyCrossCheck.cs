using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.CrossChecks;

/// <summary>
/// Puts a question about supply to a second solver. Compared are the whole divisions of each front at each level, and what is delivered at each
/// level in all, for which the second opinion is a maximum flow to the same needs by another solver of flows.
/// </summary>
public static class SupplyCrossCheck
{
    private static readonly (EstimateLevel Level, string Word)[] Levels = [(EstimateLevel.Best, "most likely"), (EstimateLevel.Low, "cautious"), (EstimateLevel.High, "favourable")];

    /// <summary>Compares two assessments of one question.</summary>
    /// <param name="answered">The answer.</param>
    /// <param name="check">The same question by another solver.</param>
    /// <param name="flows">Solver of maximum flows that stands beside whichever of the two solved by programs.</param>
    /// <param name="options">Limits of each flow.</param>
    /// <param name="token">Cancellation.</param>
    /// <param name="of">What the assessments are of, before each subject, for example a case with a colon; empty if there is one only.</param>
    /// <exception cref="TimeoutException">The flow was not found in time.</exception>
    public static CrossCheckReport Compare(
        SupplyAssessment answered, SupplyAssessment check, IMaxFlowSolver flows, SolveOptions options, CancellationToken token, string of = "")
    {
        ArgumentNullException.ThrowIfNull(answered);
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(flows);
        var values = ImmutableArray.CreateBuilder<ComparedValue>();
        foreach (var (level, word) in Levels)
        {
            var counts = answered.Fronts.Zip(check.Fronts)
                .Select(pair => ComparedValue.Of($"{of}front {pair.First.Need.Front.Id}, {word}", "divisions", pair.First.SustainedCount[level], pair.Second.SustainedCount[level]));
            values.AddRange(WeighsTheSame(answered, check, level) ? counts.Select(Tied) : counts);
            var outside = NetFlow.Of(flows, answered.Graph.FlowGraphOf(level), answered.Graph, options, token);
            var isOutsideAnswer = !answered.Question.Solver.GivesCertificates;
            var inside = (isOutsideAnswer ? check : answered).DeliveredKilogramsPerDay[level];
            values.Add(ComparedValue.OfKilograms(
                $"{of}delivered, {word}", isOutsideAnswer ? outside : inside, isOutsideAnswer ? inside : outside, NetFlow.Rounding(answered.Question.Policy, answered.Graph)));
        }

        return new CrossCheckReport(answered.Solve.Solver, check.Solve.Solver, values.ToImmutable(), AreFinished(answered, check), Sentence(answered.Question.Policy, flows));
    }

    private static bool AreFinished(params ReadOnlySpan<SupplyAssessment> assessments)
    {
        foreach (var assessment in assessments)
        {
            if (assessment.Solve.Termination is not (Termination.Optimal or Termination.WithinTolerance))
                return false;
        }

        return true;
    }

    // A solver that has no time left to settle ties stops at any of the divisions that weigh most.
    private static bool WeighsTheSame(SupplyAssessment answered, SupplyAssessment check, EstimateLevel level) =>
        answered.Question.Policy == AllocationPolicy.Weighted && Weight(answered, level) == Weight(check, level);

    private static long Weight(SupplyAssessment assessment, EstimateLevel level) =>
        assessment.Fronts.Sum(front => checked(front.Need.Front.Weight * front.SustainedCount[level]));

    private static ComparedValue Tied(ComparedValue value) => value.Verdict == Verdict.Contradicted ? value with { Verdict = Verdict.Undecided } : value;

    private static string Sentence(AllocationPolicy policy, IMaxFlowSolver flows)
    {
        var kilograms = policy == AllocationPolicy.Fair ? "to a kilogram for each front, since fair shares are rounded" : "in whole kilograms";
        return $"Compared were the whole divisions of each front at the three levels, and what is delivered in all with the maximum flow of {flows.Name}, {kilograms}; how deliveries short of a division are shared was not.";
    }
}
