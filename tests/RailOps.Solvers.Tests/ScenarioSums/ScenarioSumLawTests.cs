using RailOps.Solvers.Graphs;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Tests.ScenarioSums;

[NUnit.Framework.TestFixture]
public sealed class ScenarioSumLawTests
{
    [FsCheck.NUnit.Property]
    public bool More_budget_never_raises_what_is_left(int seed, byte more)
    {
        var problem = SumNets.Small(new Random(seed));
        return Value(problem.WithBudgets([problem.Budgets[0] + more])) <= Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Multiplying_the_weights_multiplies_the_value(int seed, byte factor)
    {
        var problem = SumNets.Small(new Random(seed));
        var scaled = problem.WithCases([.. problem.Cases.Select(one => one with { Weight = one.Weight * (factor + 1) })]);
        return Value(scaled) == Times(Value(problem), factor + 1);
    }

    [FsCheck.NUnit.Property]
    public bool Splitting_a_case_in_two_equal_halves_changes_nothing(int seed)
    {
        var problem = SumNets.Small(new Random(seed));
        var doubled = problem.WithCases([.. problem.Cases.Select(one => one with { Weight = one.Weight * 2 })]);
        var halved = problem.WithCases([problem.Cases[0], .. problem.Cases.Skip(1).Select(one => one with { Weight = one.Weight * 2 }), problem.Cases[0]]);
        return Value(halved) == Value(doubled);
    }

    [FsCheck.NUnit.Property]
    public bool The_order_of_cases_and_of_targets_changes_no_value(int seed)
    {
        var problem = SumNets.Small(new Random(seed));
        var cases = problem.Cases.Reverse().Select(one => one.InEffect.IsDefault ? one : one with { InEffect = [.. one.InEffect.Reverse()] });
        var turned = new ScenarioSumProblem(problem.Graph, problem.Sources, problem.Sinks, [.. cases], [.. problem.Targets.Reverse()], problem.Budgets);
        return Value(turned) == Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool An_attack_that_takes_effect_in_more_cases_never_leaves_more(int seed)
    {
        var problem = SumNets.Small(new Random(seed));
        var more = problem.WithCases([.. problem.Cases.Select(one => one with { InEffect = default })]);
        return Value(more) <= Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool The_sum_is_at_least_that_of_every_case_attacked_for_itself(int seed)
    {
        var problem = SumNets.Small(new Random(seed));
        var apart = problem.Cases.Select(one => Value(problem.WithCases([one]))).ToList();
        var value = Value(problem);
        return apart.Contains(FlowGraph.Unlimited) ? value == FlowGraph.Unlimited : value >= apart.Sum();
    }

    private static long Value(ScenarioSumProblem problem) => SolveSum.Best(problem).Value;

    private static long Times(long value, long factor) => value == FlowGraph.Unlimited ? value : value * factor;
}
