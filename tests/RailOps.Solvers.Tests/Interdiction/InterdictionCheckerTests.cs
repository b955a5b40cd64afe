using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Tests.Interdiction;

[TestFixture]
public sealed class InterdictionCheckerTests
{
    private static readonly InterdictionProblem Problem = InterdictionNets.Grid(4, 8, 8, 0.4);
    private static readonly InterdictionCertificate Good = Interdict.Best(Problem).Certificate!;

    [Test]
    public void The_good_certificate_branches_so_that_the_mutations_mean_something()
    {
        Assert.That(InterdictionChecker.Check(Problem, Good).IsAccepted, Is.True);
        Assert.That(Good.Nodes.Length, Is.GreaterThan(2));
    }

    [Test]
    public void A_larger_budget_than_was_proved_for_is_refused() =>
        Refuses(Problem.WithBudgets([Problem.Budgets[0] * 2]), Good);

    [Test]
    public void A_plan_beyond_the_budget_is_refused() => Refuses(Problem.WithBudgets([Good.Plan.Costs[0] - 1]), Good);

    [Test]
    public void A_plan_that_is_not_best_is_refused()
    {
        var idle = new InterdictionOptions { RecordProof = false };
        var nothing = new LagrangianInterdictionSolver().Solve(Problem.WithBudgets([0]), idle, null, CancellationToken.None).Plan!;
        Refuses(Problem, Good with { Plan = nothing });
    }

    [Test]
    public void A_value_one_lower_or_higher_is_refused()
    {
        Refuses(Problem, Good with { Plan = Good.Plan with { Value = Good.Plan.Value - 1 } });
        Refuses(Problem, Good with { Plan = Good.Plan with { Value = Good.Plan.Value + 1 } });
    }

    [Test]
    public void Every_changed_flow_is_refused()
    {
        for (var index = 0; index < Good.Nodes[0].Rounds[0].Flows.Length; index++)
        {
            var round = Good.Nodes[0].Rounds[0];
            var changed = round with { Flows = round.Flows.SetItem(index, round.Flows[index] + 1) };
            Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = Good.Nodes[0].Rounds.SetItem(0, changed) }));
        }
    }

    [Test]
    public void Numbers_beyond_128_bits_are_refused_not_wrapped_round()
    {
        var round = Good.Nodes[0].Rounds[0] with { Scale = long.MaxValue, Prices = [long.MaxValue, long.MaxValue, long.MaxValue] };
        var targets = Problem.Targets.Select(t => t with { Levels = [.. t.Levels.Select(l => l with { Costs = [.. l.Costs, long.MaxValue, long.MaxValue] })] });
        var three = new InterdictionProblem(Problem.Graph, Problem.Sources, Problem.Sinks, [.. targets], [long.MaxValue, long.MaxValue, long.MaxValue]);
        var plan = Good.Plan with { Attacks = [], Costs = [0, 0, 0] };
        var replay = new InterdictionProofReplay(three, Good with { Plan = plan, Nodes = [Good.Nodes[0] with { Rounds = [round] }] });
        Assert.That(replay.Problem(), Does.Contain("128 bits"));
    }

    [Test]
    public void Changed_prices_scale_or_missing_steps_are_refused()
    {
        var round = Good.Nodes[0].Rounds[0];
        Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = Good.Nodes[0].Rounds.SetItem(0, round with { Prices = [-1] }) }));
        Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = Good.Nodes[0].Rounds.SetItem(0, round with { Prices = [0] }) }));
        Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = Good.Nodes[0].Rounds.SetItem(0, round with { Scale = 0 }) }));
        Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = Good.Nodes[0].Rounds.SetItem(0, round with { Scale = round.Scale / 2 }) }));
        Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = [] }));
    }

    [Test]
    public void Every_leaf_is_needed_and_no_circle_is_followed()
    {
        for (var node = 0; node < Good.Nodes.Length; node++)
        {
            if (Good.Nodes[node].Attacked < 0)
                Refuses(Problem, Good with { Nodes = Good.Nodes.SetItem(node, new InterdictionProofNode([], -1, -1, -1, -1)) });
        }

        Refuses(Problem, WithRoot(Good.Nodes[0] with { Rounds = [], Attacked = 0, Without = 0 }));
        Refuses(Problem, WithRoot(Good.Nodes[0] with { Attacked = 999_999 }));
        Refuses(Problem, Good with { Nodes = [] });
    }

    private static InterdictionCertificate WithRoot(InterdictionProofNode root) => Good with { Nodes = Good.Nodes.SetItem(0, root) };

    private static void Refuses(InterdictionProblem problem, InterdictionCertificate certificate)
    {
        var report = InterdictionChecker.Check(problem, certificate);
        Assert.That(report.IsAccepted, Is.False);
        Assert.That(report.Problem, Is.Not.Empty);
    }
}
