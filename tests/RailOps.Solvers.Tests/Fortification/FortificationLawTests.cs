using RailOps.Solvers.Fortification;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Fortification;

[NUnit.Framework.TestFixture]
public sealed class FortificationLawTests
{
    [FsCheck.NUnit.Property]
    public bool More_defence_budget_never_lowers_the_value(int seed, byte more)
    {
        var problem = FortificationNets.Small(new Random(seed));
        return Value(problem.WithBudgets([problem.Budgets[0] + more])) >= Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool More_attack_budget_never_raises_the_value(int seed, byte more)
    {
        var problem = FortificationNets.Small(new Random(seed));
        var harder = problem.Attack.WithBudgets([problem.Attack.Budgets[0] + more]);
        return Value(new FortificationProblem(harder, problem.Protections, problem.Budgets)) <= Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool The_value_lies_between_that_without_a_defence_and_the_undamaged_flow(int seed)
    {
        var problem = FortificationNets.Small(new Random(seed));
        var undamaged = EdmondsKarpReference.Value(problem.Attack.Graph, [.. problem.Attack.Sources], [.. problem.Attack.Sinks]);
        var result = Fortify.Best(problem);
        var isWithin = result.Value == FlowGraph.Unlimited ? undamaged > (System.Numerics.BigInteger)problem.Attack.Graph.FiniteTotal : result.Value <= undamaged;
        return isWithin && result.ValueUnprotected == Attacked(problem.Attack) && result.ValueUnprotected <= result.Value;
    }

    [FsCheck.NUnit.Property]
    public bool With_money_for_everything_it_is_the_value_behind_all_protections(int seed)
    {
        var problem = FortificationNets.Small(new Random(seed)).WithBudgets([1000]);
        return Value(problem) == Attacked(problem.AttackBehind(Enumerable.Range(0, problem.Protections.Length)));
    }

    [FsCheck.NUnit.Property]
    public bool Turning_the_numbers_of_the_protections_round_changes_no_value(int seed)
    {
        var problem = FortificationNets.Small(new Random(seed), attackResourceCount: 2, defenceResourceCount: 2);
        return Value(new FortificationProblem(problem.Attack, [.. problem.Protections.Reverse()], problem.Budgets)) == Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Multiplying_all_costs_of_the_defence_and_its_budget_changes_nothing(int seed)
    {
        var problem = FortificationNets.Small(new Random(seed));
        var dear = problem.Protections.Select(protection => protection with { Costs = [protection.Costs[0] * 1_000_003] });
        return Value(new FortificationProblem(problem.Attack, [.. dear], [problem.Budgets[0] * 1_000_003])) == Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool The_defence_named_keeps_the_value_and_costs_what_is_said(int seed)
    {
        var problem = FortificationNets.Small(new Random(seed));
        var result = Fortify.Best(problem);
        return Attacked(problem.AttackBehind(result.Defence)) == result.Value
            && result.Costs[0] == result.Defence.Sum(protection => problem.Protections[protection].Costs[0]);
    }

    private static long Value(FortificationProblem problem) => Fortify.Best(problem).Value;

    private static long Attacked(InterdictionProblem problem) =>
        new LagrangianInterdictionSolver().Solve(problem, InterdictionOptions.Default, null, CancellationToken.None).Value;
}
