using System.Collections.Immutable;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.Supply;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.CrossChecks;

/// <summary>Solves the baseline and each row of a ranking again with other solvers, costliest first, as far as the time allows.</summary>
public static class CriticalityCrossCheck
{
    /// <summary>Compares.</summary>
    /// <param name="question">The question, with the solver that checks.</param>
    /// <param name="answer">The ranking.</param>
    /// <param name="flows">Checks what is delivered.</param>
    /// <param name="limit">Time for all rows; those not reached are left out.</param>
    /// <param name="options">Limits of each solve.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="TimeoutException">Not even the baseline was solved in time.</exception>
    public static CrossCheckReport Compare(
        SupplyQuestion question, CriticalityAnswer answer, IMaxFlowSolver flows, TimeSpan limit, SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(flows);
        var start = options.TimeProvider.GetTimestamp();
        var trials = new LossTrials(question, options, token);
        var values = ImmutableArray.CreateBuilder<ComparedValue>();
        values.Add(ComparedValue.Of("everything in place", "divisions", answer.SustainedCount.Best, trials.Whole.UnitCounts.Sum()));
        var whole = NetFlow.Of(flows, trials.NetWithout(), trials.Graph, options, token);
        values.Add(ComparedValue.OfKilograms("everything in place", answer.DeliveredKilogramsPerDay, whole, trials.Slack));
        var done = 0;
        foreach (var item in answer.Items.TakeWhile(_ => options.TimeProvider.GetElapsedTime(start) < limit))
        {
            var subject = $"without {item.Target.Kind.ToString().ToLowerInvariant()} {item.Target.Id}";
            values.Add(ComparedValue.Of(subject, "divisions", item.SustainedCount.Best, trials.Without(item.Target).UnitCounts.Sum()));
            var left = NetFlow.Of(flows, trials.NetWithout(item.Target), trials.Graph, options, token);
            values.Add(ComparedValue.OfKilograms(subject, answer.DeliveredKilogramsPerDay - item.LostKilogramsPerDay, left, trials.Slack));
            done++;
        }

        var sentence = $"Compared were divisions and deliveries with everything in place and without each of the {done} costliest of {answer.Items.Length} rows; "
            + $"of the {answer.ExaminedCount} things examined, those that are not in these rows were not compared.";
        return new CrossCheckReport(
            answer.Solve.Solver, $"{question.Solver.Name} and {flows.Name}", values.ToImmutable(), done == answer.Items.Length, sentence);
    }
}
