using System.Collections.Immutable;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Analysis.Interdiction;

/// <summary>
/// The attacks, all made on the first day, that leave least to arrive over a horizon while what they struck is repaired in its likely time.
/// Time is counted in hours, so that repairs of a few hours count for what they are. Nothing is stored: every hour stands for itself.
/// </summary>
internal static class LeastOverTime
{
    private const int HoursPerDay = 24;
    private const decimal KilogramHoursPerTonneDay = 1000m * HoursPerDay;

    public static InterdictionAnswer Solve(
        AttackQuestion question, PlanReader reader, SearchLimits limits, IProgress<SearchState>? progress, CancellationToken token)
    {
        var attack = reader.Attack.Problem;
        var problem = new ScenarioSumProblem(
            attack.Graph, attack.Sources, attack.Sinks, RepairHorizon.Cases(RepairHours(reader), (long)question.HorizonDays * HoursPerDay), attack.Targets, attack.Budgets);
        var listener = progress is null ? null : new SearchListener<ScenarioSumProgress>(progress, p => new SearchState(
            Tonnes(p.Value), Tonnes(p.Bound), p.Gap, SearchState.TonnesInAll, p.SearchNodeCount));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limits.Stop, token);
        var options = ScenarioSumOptions.Default with { Limits = RailInterdiction.Options(limits, 1).Limits };
        var result = new LagrangianScenarioSumSolver().Solve(problem, options, listener, ending.Token);
        token.ThrowIfCancellationRequested();
        if (result.Termination == Termination.OutOfRange)
            throw new OverflowException("The capacities of this situation, times the hours, add up to more than exact whole numbers hold.");
        reader.Tally.Add(result.Statistics, result.Termination, ScenarioSumChecker.Check(problem, result).IsAccepted);
        var state = new SearchState(Tonnes(result.Value), Tonnes(result.Bound), result.Gap, SearchState.TonnesInAll, result.Statistics.SearchNodeCount);
        var before = RailInterdiction.Tonnes(reader.Before.TotalDelivered) * question.HorizonDays;
        var plan = reader.Read(result.Plan!.Attacks, value: null, sustainable: null) with
        {
            Cumulative = new CumulativeDelivery(state.Best, before - state.Best, question.HorizonDays),
        };
        var wording = new InterdictionWording(question, reader, [plan], state, result.Termination);
        return new InterdictionAnswer(
            question, reader.SustainedBefore(), reader.Before.TotalDelivered, [plan], state, reader.Attack.RailTargets.Length,
            wording.Headline, wording.Sentences, wording.Assumptions,
            reader.Tally.Facts("Lagrangian branch and bound over the stretches between repairs", wording.Proof, problem.Graph.ArcCount),
            result.Certificate is { } certificate ? () => ScenarioSumJson.Write(problem, certificate) : null);
    }

    private static ImmutableArray<ImmutableArray<long>> RepairHours(PlanReader reader) =>
    [
        .. reader.Attack.RailTargets.Select(target => target.Modes
            .Select(mode => mode.RepairDays is { } days ? (long)decimal.Ceiling(days.Best * HoursPerDay) : RepairHorizon.Never)
            .ToImmutableArray()),
    ];

    private static decimal Tonnes(long kilogramHoursPerDay) => kilogramHoursPerDay / KilogramHoursPerTonneDay;
}
