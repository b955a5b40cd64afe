using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Answer to an interdiction question. Made only by the factories: Optimal exactly when value and bound meet, a plan always
/// except with OutOfRange, a certificate only with Optimal.
/// </summary>
public sealed class InterdictionResult
{
    private InterdictionResult(Termination termination, ImmutableArray<AttackPlan> plans, long bound, SolveStatistics statistics)
    {
        Termination = termination;
        Plans = plans;
        Bound = bound;
        Statistics = statistics;
    }

    /// <summary>
    /// Why the solver stopped: Optimal, TimeLimit, Stopped, OutOfRange, WithinTolerance, or Unbounded (proved: no plan within the budgets breaks all
    /// paths of unlimited capacity).
    /// </summary>
    public Termination Termination { get; }

    /// <summary>The best plan; null only if OutOfRange.</summary>
    public AttackPlan? Plan => Plans.IsEmpty ? null : Plans[0];

    /// <summary>The plans asked for, best first; equal ones by cost, then by targets. Exact if Optimal.</summary>
    public ImmutableArray<AttackPlan> Plans { get; }

    /// <summary>Flow units left by the best plan, <see cref="FlowGraph.Unlimited"/> if Unbounded, 0 if OutOfRange.</summary>
    public long Value => Plan?.Value ?? 0;

    /// <summary>Flow units that every plan within the budgets leaves at least; equal to <see cref="Value"/> if Optimal.</summary>
    public long Bound { get; }

    /// <summary><see cref="GapBetween"/> of value and bound.</summary>
    public double Gap => GapBetween(Value, Bound);

    /// <summary>The cut under the best plan; null if the value is unlimited.</summary>
    public NodeCut? NodeCut => Plan?.Cut;

    /// <summary>Maximum flow before any attack, in flow units or <see cref="FlowGraph.Unlimited"/>; null if stopped before it was known.</summary>
    public long? ValueBefore { get; private init; }

    /// <summary>What proves the best plan best; null unless Optimal or Unbounded and asked for.</summary>
    public InterdictionCertificate? Certificate { get; private init; }

    /// <summary>Work done.</summary>
    public SolveStatistics Statistics { get; }

    /// <summary>Share of the value that may still be saved: (value - bound) / value; 0 if they are equal.</summary>
    /// <param name="value">Flow units left by a plan.</param>
    /// <param name="bound">Flow units left by every plan, at most <paramref name="value"/>.</param>
    public static double GapBetween(long value, long bound) => value == bound ? 0 : (double)(value - bound) / value;

    internal static InterdictionResult Proved(
        ImmutableArray<AttackPlan> plans, long valueBefore, InterdictionCertificate? certificate, SolveStatistics statistics)
    {
        var value = plans[0].Value;
        var termination = value == FlowGraph.Unlimited ? Termination.Unbounded : Termination.Optimal;
        return new InterdictionResult(termination, plans, value, statistics) { ValueBefore = valueBefore, Certificate = certificate };
    }

    internal static InterdictionResult Interrupted(
        Termination reason, ImmutableArray<AttackPlan> plans, long bound, long? valueBefore, SolveStatistics statistics)
    {
        if (reason is not (Termination.TimeLimit or Termination.Stopped))
            throw new ArgumentException($"The reason should be TimeLimit or Stopped, but is {reason}.", nameof(reason));
        if (bound > plans[0].Value)
            throw new ArgumentException($"The bound should be at most the value {plans[0].Value}, but is {bound}.", nameof(bound));
        return new InterdictionResult(reason, plans, bound, statistics) { ValueBefore = valueBefore };
    }

    /// <summary>A plan that a solver in floating point calls best, evaluated exactly; the bound holds as far as that solver can be believed.</summary>
    /// <param name="plan">The plan with its exact value and cut.</param>
    /// <param name="bound">The solver's bound less its tolerance, rounded up to whole flow units; at most the plan's value.</param>
    /// <param name="valueBefore">Maximum flow before any attack.</param>
    /// <param name="statistics">Work done.</param>
    public static InterdictionResult WithinTolerance(AttackPlan plan, long bound, long valueBefore, SolveStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (bound > plan.Value)
            throw new ArgumentException($"The bound should be at most the value {plan.Value}, but is {bound}.", nameof(bound));
        return new InterdictionResult(Termination.WithinTolerance, [plan], bound, statistics) { ValueBefore = valueBefore };
    }

    /// <summary>A plan evaluated exactly, found before a limit stopped a solver in floating point.</summary>
    /// <param name="reason">TimeLimit or Stopped, else <see cref="ArgumentException"/>.</param>
    /// <param name="plan">The plan with its exact value and cut.</param>
    /// <param name="bound">As in <see cref="WithinTolerance"/>; 0 if none is known.</param>
    /// <param name="valueBefore">Maximum flow before any attack; null if not known.</param>
    /// <param name="statistics">Work done.</param>
    public static InterdictionResult Interrupted(
        Termination reason, AttackPlan plan, long bound, long? valueBefore, SolveStatistics statistics) =>
        Interrupted(reason, [plan], bound, valueBefore, statistics);

    /// <summary>The graph's capacities are too large to add up.</summary>
    /// <param name="problem">The problem refused; within range: <see cref="ArgumentException"/>.</param>
    public static InterdictionResult OutOfRange(InterdictionProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Graph.IsInRange
            ? throw new ArgumentException($"The total should exceed {FlowGraph.LargestTotal}, but is {problem.Graph.FiniteTotal}.", nameof(problem))
            : OutOfRange();
    }

    internal static InterdictionResult OutOfRange() => new(Termination.OutOfRange, [], 0, SolveStatistics.None);

    /// <summary>The same answer with other contents, however wrong: what the tests of the checker feed it.</summary>
    internal InterdictionResult With(ImmutableArray<AttackPlan> plans, InterdictionCertificate? certificate) =>
        new(Termination, plans, Bound, Statistics) { ValueBefore = ValueBefore, Certificate = certificate };
}
