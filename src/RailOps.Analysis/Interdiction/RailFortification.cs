using System.Collections.Immutable;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Interdiction;

/// <summary>Finds where guard battalions keep most supply flowing under the best attack that is then still possible; the enemy knows where they stand.</summary>
public static class RailFortification
{
    /// <summary>Solves.</summary>
    /// <param name="question">Who attacks what with what; objective: delivered tonnes.</param>
    /// <param name="guardCount">Guard battalions, 1 or more.</param>
    /// <param name="limits">How long it may take; stopping gives the best defence found.</param>
    /// <param name="progress">Told of every better defence and bound; null: nobody listens.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public static FortificationAnswer Solve(
        AttackQuestion question, int guardCount, SearchLimits limits, IProgress<SearchState>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(limits);
        var reader = new PlanReader(question, limits, token);
        var guards = GuardFinder.Find(reader.Capacities.Situation.Data.Base, reader.Attack.RailTargets);
        var problem = new FortificationProblem(reader.Attack.Problem, [.. guards.Select(g => new Protection(g.Targets, [1]))], [guardCount]);
        var listener = progress is null ? null : new SearchListener<FortificationProgress>(progress, p => new SearchState(
            RailInterdiction.Tonnes(p.Value), RailInterdiction.Tonnes(p.Bound), p.Gap, SearchState.Tonnes, p.SearchNodeCount));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limits.Stop, token);
        var options = FortificationOptions.Default with { Limits = RailInterdiction.Options(limits, 1).Limits, ThreadCount = limits.ThreadCount };
        var result = FortificationSolver.Solve(problem, options, listener, ending.Token);
        token.ThrowIfCancellationRequested();
        if (result.Termination == Termination.OutOfRange)
            throw new OverflowException("The capacities of this situation add up to more than exact whole numbers hold.");
        reader.Tally.Add(
            result.Statistics.AttackWork, result.Termination, FortificationChecker.Check(problem, result).IsAccepted);
        return Describe(question, reader, guards, guardCount, problem, result, limits, ending.Token);
    }

    private static FortificationAnswer Describe(
        AttackQuestion question, PlanReader reader, ImmutableArray<Guard> guards, int guardCount, FortificationProblem problem, FortificationResult result,
        SearchLimits limits, CancellationToken ending)
    {
        var isProven = result.Termination == Termination.Optimal;
        var unguarded = reader.Read(result.UnprotectedAttack!.Attacks, isProven ? result.UnprotectedAttack.Value : null, sustainable: null);
        var guarded = reader.Read(result.Attack!.Attacks, isProven ? result.Attack.Value : null, sustainable: null);
        var posted = result.Defence
            .Select(d => new PostedGuard(guards[d], LostWithout(problem, result, d, limits, ending)))
            .OrderByDescending(p => p.LostWithoutKilogramsPerDay ?? 0)
            .ToImmutableArray();
        var state = new SearchState(
            RailInterdiction.Tonnes(result.Value), RailInterdiction.Tonnes(result.Bound), result.Gap, SearchState.Tonnes, result.Statistics.SearchNodeCount);
        var wording = new FortificationWording(question, reader, posted, guardCount, unguarded, guarded, state, isProven);
        var facts = reader.Tally.Facts("Attacker-defender implicit enumeration", wording.Proof, problem.Attack.Graph.ArcCount);
        return new FortificationAnswer(
            reader.SustainedBefore(), reader.Before.TotalDelivered, posted, unguarded, guarded, state, guards.Length, wording.Headline, wording.Sentences, facts,
            result.Certificate is { } certificate ? () => FortificationJson.Write(problem, certificate) : null)
        {
            AttackBehindGuards = problem.AttackBehind(result.Defence),
        };
    }

    // The same attacker against the defence without one guard.
    private static long? LostWithout(FortificationProblem problem, FortificationResult result, int guard, SearchLimits limits, CancellationToken ending)
    {
        var attack = problem.AttackBehind(result.Defence.Where(d => d != guard));
        var answer = new LagrangianInterdictionSolver().Solve(
            attack, RailInterdiction.Options(limits, 1) with { RecordProof = false }, progress: null, ending);
        return answer.Termination == Termination.Optimal ? result.Value - answer.Value : null;
    }
}
