using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Answer to a scenario-sum question. Made only by the factories: Optimal exactly when value and bound meet, a plan always except
/// with OutOfRange, a certificate only with Optimal or Unbounded.
/// </summary>
public sealed class ScenarioSumResult
{
    private ScenarioSumResult(Termination termination, SumPlan? plan, long bound, SolveStatistics statistics) =>
        (Termination, Plan, Bound, Statistics) = (termination, plan, bound, statistics);

    /// <summary>
    /// Why the solver stopped: Optimal, TimeLimit, Stopped, OutOfRange (weights times flows may not fit, see
    /// <see cref="LagrangianScenarioSumSolver"/>), or Unbounded (proved: under every plan within the budgets a case is without limit).
    /// </summary>
    public Termination Termination { get; }

    /// <summary>The best plan; null only if OutOfRange.</summary>
    public SumPlan? Plan { get; }

    /// <summary>Weighted flow left by the plan, <see cref="FlowGraph.Unlimited"/> if not known to be limited, 0 if OutOfRange.</summary>
    public long Value => Plan?.Value ?? 0;

    /// <summary>Weighted flow that every plan within the budgets leaves at least; equal to <see cref="Value"/> if Optimal.</summary>
    public long Bound { get; }

    /// <summary><see cref="InterdictionResult.GapBetween"/> of value and bound.</summary>
    public double Gap => InterdictionResult.GapBetween(Value, Bound);

    /// <summary>Weighted flow before any attack, or <see cref="FlowGraph.Unlimited"/>; null if stopped before it was known.</summary>
    public long? ValueBefore { get; private init; }

    /// <summary>What proves the plan best; null unless Optimal or Unbounded and asked for.</summary>
    public ScenarioSumCertificate? Certificate { get; private init; }

    /// <summary>Work done; each case's flow counts as a solve.</summary>
    public SolveStatistics Statistics { get; }

    internal static ScenarioSumResult Proved(SumPlan plan, long valueBefore, ScenarioSumCertificate? certificate, SolveStatistics statistics)
    {
        var termination = plan.Value == FlowGraph.Unlimited ? Termination.Unbounded : Termination.Optimal;
        return new ScenarioSumResult(termination, plan, plan.Value, statistics) { ValueBefore = valueBefore, Certificate = certificate };
    }

    internal static ScenarioSumResult Interrupted(Termination reason, SumPlan plan, long bound, long? valueBefore, SolveStatistics statistics)
    {
        if (reason is not (Termination.TimeLimit or Termination.Stopped))
            throw new ArgumentException($"The reason should be TimeLimit or Stopped, but is {reason}.", nameof(reason));
        if (bound > plan.Value)
            throw new ArgumentException($"The bound should be at most the value {plan.Value}, but is {bound}.", nameof(bound));
        return new ScenarioSumResult(reason, plan, bound, statistics) { ValueBefore = valueBefore };
    }

    internal static ScenarioSumResult OutOfRange() => new(Termination.OutOfRange, plan: null, 0, SolveStatistics.None);

    /// <summary>The same answer with other contents, however wrong: what the tests of the checker feed it.</summary>
    internal ScenarioSumResult With(SumPlan plan, ScenarioSumCertificate? certificate) =>
        new(Termination, plan, Bound, Statistics) { ValueBefore = ValueBefore, Certificate = certificate };
}
