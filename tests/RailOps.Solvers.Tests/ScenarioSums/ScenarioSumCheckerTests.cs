using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Tests.ScenarioSums;

[TestFixture]
public sealed class ScenarioSumCheckerTests
{
    private static readonly ScenarioSumProblem Problem = SumNets.RepairGrid(3, 6, 6, 0.2);
    private static readonly ScenarioSumCertificate Good = SolveSum.Best(Problem).Certificate!;

    // The first node that its first step closes, at a price.
    private static readonly int Leaf = Enumerable.Range(0, Good.Nodes.Length)
        .First(node => Good.Nodes[node].Attacked < 0 && Good.Nodes[node].Rounds is [{ Prices: [> 0] }]);

    [Test]
    public void The_good_certificate_branches_so_that_the_mutations_mean_something()
    {
        Assert.That(ScenarioSumChecker.Check(Problem, Good).IsAccepted, Is.True);
        Assert.That(Good.Nodes.Length, Is.GreaterThan(2));
        Assert.That(Problem.Cases.Length, Is.GreaterThan(2));
    }

    [Test]
    public void A_larger_budget_than_was_proved_for_is_refused() =>
        Refuses(Problem.WithBudgets([Problem.Budgets[0] * 2]), Good);

    [Test]
    public void A_plan_beyond_the_budget_is_refused() => Refuses(Problem.WithBudgets([Good.Plan.Costs[0] - 1]), Good);

    [Test]
    public void A_plan_that_is_not_best_is_refused()
    {
        var nothing = new LagrangianScenarioSumSolver().Solve(Problem.WithBudgets([0]), ScenarioSumOptions.Default, null, CancellationToken.None).Plan!;
        Refuses(Problem, Good with { Plan = nothing });
    }

    [Test]
    public void A_value_one_lower_or_higher_is_refused()
    {
        Refuses(Problem, Good with { Plan = Good.Plan with { Value = Good.Plan.Value - 1 } });
        Refuses(Problem, Good with { Plan = Good.Plan with { Value = Good.Plan.Value + 1 } });
    }

    [Test]
    public void Other_weights_effects_or_cuts_are_refused()
    {
        var (first, last) = (Problem.Cases[0], Problem.Cases[^1]);
        Refuses(Problem.WithCases(Problem.Cases.SetItem(0, first with { Weight = first.Weight + 1 })), Good);
        Refuses(Problem.WithCases(Problem.Cases.SetItem(0, last).SetItem(Problem.Cases.Length - 1, first)), Good);
        Refuses(Problem.WithCases(Problem.Cases.RemoveAt(0)), Good);
        Refuses(Problem, Good with { Plan = Good.Plan with { Cuts = Good.Plan.Cuts.RemoveAt(0) } });
        Refuses(Problem, Good with { Plan = Good.Plan with { Cuts = Good.Plan.Cuts.SetItem(0, Good.Plan.Cuts[^1]) } });
        Refuses(Problem, Good with { Plan = Good.Plan with { Attacks = Good.Plan.Attacks.RemoveAt(0) } });
    }

    [Test]
    public void Every_changed_flow_is_refused()
    {
        for (var one = 0; one < Problem.Cases.Length; one++)
        {
            var flow = Good.Nodes[Leaf].Rounds[0].Flows[one];
            for (var index = 0; index < flow.Flows.Length; index++)
                RefusesRound(round => round with { Flows = round.Flows.SetItem(one, flow with { Flows = flow.Flows.SetItem(index, flow.Flows[index] + 1) }) });
        }
    }

    [Test]
    public void Changed_prices_scale_or_missing_flows_are_refused()
    {
        RefusesRound(round => round with { Prices = [-1] });
        RefusesRound(round => round with { Prices = [0] });
        RefusesRound(round => round with { Prices = [round.Prices[0] * 2] });
        RefusesRound(round => round with { Prices = [] });
        RefusesRound(round => round with { Scale = 0 });
        RefusesRound(round => round with { Scale = round.Scale * 2 });
        RefusesRound(round => round with { Flows = round.Flows.RemoveAt(0) });
        RefusesRound(round => round with { Flows = round.Flows.SetItem(0, new SumCaseFlow([], [])) });
        RefusesRound(round => round with { Flows = round.Flows.SetItem(0, new SumCaseFlow([1, 0], [0, 0])) });
    }

    [Test]
    public void Every_leaf_is_needed_and_no_circle_is_followed()
    {
        for (var node = 0; node < Good.Nodes.Length; node++)
        {
            if (Good.Nodes[node].Attacked < 0)
                Refuses(Problem, Good with { Nodes = Good.Nodes.SetItem(node, new SumProofNode([], -1, -1, -1, -1)) });
        }

        Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = [], Attacked = 0, Without = 0 }));
        Refuses(Problem, WithRoot(Good.Nodes[0] with { Attacked = 999_999 }));
        Refuses(Problem, Good with { Nodes = [] });
    }

    [Test]
    public void Calling_everything_unlimited_is_refused() =>
        Refuses(Problem, Good with { Plan = Good.Plan with { Value = long.MaxValue, Cuts = [] } });

    [Test]
    public void An_answer_without_its_proof_is_accepted_as_by_search_only()
    {
        var options = new ScenarioSumOptions { RecordProof = false };
        var result = new LagrangianScenarioSumSolver().Solve(Problem, options, null, CancellationToken.None);
        Assert.That(result.Certificate, Is.Null);
        Assert.That(ScenarioSumChecker.Check(Problem, result).Proof, Is.EqualTo(ProofKind.BySearch));
    }

    private static void RefusesRound(Func<SumProofRound, SumProofRound> change) =>
        Refuses(Problem, Good with { Nodes = Good.Nodes.SetItem(Leaf, Good.Nodes[Leaf] with { Rounds = [change(Good.Nodes[Leaf].Rounds[0])] }) });

    private static ScenarioSumCertificate WithRoot(SumProofNode root) => Good with { Nodes = Good.Nodes.SetItem(0, root) };

    private static void Refuses(ScenarioSumProblem problem, ScenarioSumCertificate certificate)
    {
        var report = ScenarioSumChecker.Check(problem, certificate);
        Assert.That(report.IsAccepted, Is.False);
        Assert.That(report.Problem, Is.Not.Empty);
    }
}
