using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Solvers.Interdiction;

namespace RailOps.Analysis.Interdiction;

/// <summary>A question about an attack as a problem of graphs, for somebody who solves it by other means.</summary>
/// <param name="Problem">The problem, in kilograms a day: leave the least flow.</param>
/// <param name="TargetNames">Name of each target for people.</param>
public sealed record AttackProblem(InterdictionProblem Problem, ImmutableArray<string> TargetNames)
{
    /// <summary>Builds it.</summary>
    /// <param name="question">The question; only its means, targets and situation count.</param>
    public static AttackProblem Of(AttackQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var supply = question.Supply;
        var capacities = CapacityGraphBuilder.Build(supply.Situation, DemandCalculator.Calculate(supply.Situation, supply.Posture));
        var attack = AttackGraph.Build(question, capacities);
        return new AttackProblem(attack.Problem, [.. attack.RailTargets.Select(t => t.DisplayName)]);
    }
}
