using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Analysis.Interdiction;

/// <summary>
/// Finds the attacks within the resources that leave least (best values), with the next-best plans. Damage on a link is that of the worst
/// attack on it; attacks are taken to succeed, and what may be expected if they can fail is told beside it.
/// </summary>
public static class RailInterdiction
{
    /// <summary>Solves.</summary>
    /// <param name="question">Who attacks what with what.</param>
    /// <param name="planCount">Plans wanted, at least 1.</param>
    /// <param name="limits">How long it may take; stopping gives the best plan found.</param>
    /// <param name="progress">Told of every better plan and bound; null: nobody listens.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    /// <exception cref="OverflowException">The capacities add up to more than exact whole numbers hold.</exception>
    public static InterdictionAnswer Solve(
        AttackQuestion question, int planCount, SearchLimits limits, IProgress<SearchState>? progress, CancellationToken token) =>
        Solve(question, planCount, new LagrangianInterdictionSolver(), limits, progress, token);

    /// <summary>Solves, delivered tonnes by a given solver.</summary>
    /// <param name="question">Who attacks what with what.</param>
    /// <param name="planCount">Plans wanted, at least 1; no more than the solver gives.</param>
    /// <param name="solver">Who solves it if the objective is delivered tonnes; the other objectives have one solver each.</param>
    /// <param name="limits">How long it may take; stopping gives the best plan found.</param>
    /// <param name="progress">Told of every better plan and bound; null: nobody listens.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    /// <exception cref="OverflowException">The capacities add up to more than exact whole numbers hold.</exception>
    public static InterdictionAnswer Solve(
        AttackQuestion question, int planCount, IInterdictionSolver solver, SearchLimits limits, IProgress<SearchState>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(limits);
        var reader = new PlanReader(question, limits, token);
        return question.Objective switch
        {
            AttackObjective.SustainedDivisions => FewestDivisions(question, reader, limits, progress, token),
            AttackObjective.CumulativeTonnes => LeastOverTime.Solve(question, reader, limits, progress, token),
            AttackObjective.ExpectedTonnes => LeastExpected.Solve(question, reader, limits, progress, token),
            _ => LeastDelivered(question, reader, planCount, solver, limits, progress, token),
        };
    }

    /// <summary>Options of the solvers for these limits.</summary>
    internal static InterdictionOptions Options(SearchLimits limits, int planCount) => InterdictionOptions.Default with
    {
        Limits = SolveOptions.Default with { TimeLimit = limits.TimeLimit, TimeProvider = limits.Time },
        ThreadCount = limits.ThreadCount,
        Count = planCount,
    };

    /// <summary>Tonnes from whole kilograms.</summary>
    internal static decimal Tonnes(long kilograms) => kilograms / 1000m;

    private static InterdictionAnswer LeastDelivered(
        AttackQuestion question, PlanReader reader, int planCount, IInterdictionSolver solver, SearchLimits limits, IProgress<SearchState>? progress,
        CancellationToken token)
    {
        var problem = reader.Attack.Problem;
        var listener = progress is null ? null : new SearchListener<InterdictionProgress>(progress, p => new SearchState(
            Tonnes(p.Value), Tonnes(p.Bound), p.Gap, SearchState.Tonnes, p.SearchNodeCount));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limits.Stop, token);
        var result = solver.Solve(problem, Options(limits, planCount), listener, ending.Token);
        token.ThrowIfCancellationRequested();
        if (result.Termination == Termination.OutOfRange)
            throw new OverflowException("The capacities of this situation add up to more than exact whole numbers hold.");
        var check = InterdictionChecker.Check(problem, result);
        reader.Tally.Add(result.Statistics, result.Termination, check.IsAccepted);
        var isProven = result.Termination == Termination.Optimal;
        var plans = result.Plans.Select(p => reader.Read(p.Attacks, isProven ? p.Value : null, sustainable: null)).ToList();
        var left = plans[0].DeliveredKilogramsPerDay;
        var state = new SearchState(Tonnes(left), Tonnes(Math.Min(result.Bound, left)), InterdictionResult.GapBetween(left, Math.Min(result.Bound, left)), SearchState.Tonnes, result.Statistics.SearchNodeCount);
        var wording = new InterdictionWording(question, reader, plans, state, result.Termination);
        var facts = reader.Tally.Facts(solver is LagrangianInterdictionSolver ? "Lagrangian branch and bound" : solver.Name, wording.Proof, problem.Graph.ArcCount);
        return new InterdictionAnswer(
            question, reader.SustainedBefore(), reader.Before.TotalDelivered, [.. plans], state, reader.Attack.RailTargets.Length,
            wording.Headline, wording.Sentences, wording.Assumptions, facts,
            result.Certificate is { } certificate ? () => InterdictionJson.Write(problem, certificate) : null)
        {
            Attack = problem,
        };
    }

    private static InterdictionAnswer FewestDivisions(
        AttackQuestion question, PlanReader reader, SearchLimits limits, IProgress<SearchState>? progress, CancellationToken token)
    {
        var problem = new UnitInterdictionProblem(reader.Divisions, reader.Attack.Targets, reader.Attack.Budgets);
        var listener = progress is null ? null : new SearchListener<UnitInterdictionProgress>(progress, p => new SearchState(
            p.Worth, p.Bound, p.Gap, SearchState.Divisions, p.SearchNodeCount));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limits.Stop, token);
        var result = UnitInterdictionSolver.Solve(problem, Options(limits, 1), listener, ending.Token);
        token.ThrowIfCancellationRequested();
        if (result.Termination == Termination.OutOfRange)
            throw new OverflowException("The capacities of this situation add up to more than exact whole numbers hold.");
        reader.Tally.Add(result.Statistics, result.Termination, UnitInterdictionChecker.Check(problem, result).IsAccepted);
        // Stopped before anything was allocated, the worth is only what is wanted.
        var plan = reader.Read(result.Plan!.Attacks, value: null, result.WorthBefore is null ? null : result.Worth);
        var state = new SearchState(result.Worth, result.Bound, result.Gap, SearchState.Divisions, result.Statistics.SearchNodeCount);
        var wording = new InterdictionWording(question, reader, [plan], state, result.Termination);
        return new InterdictionAnswer(
            question, reader.SustainedBefore(), reader.Before.TotalDelivered, [plan], state, reader.Attack.RailTargets.Length,
            wording.Headline, wording.Sentences, wording.Assumptions,
            reader.Tally.Facts("Whole-unit branch and bound", wording.Proof, problem.Allocation.Graph.ArcCount),
            result.Certificate is { } certificate ? () => UnitInterdictionJson.Write(problem, certificate) : null);
    }
}
