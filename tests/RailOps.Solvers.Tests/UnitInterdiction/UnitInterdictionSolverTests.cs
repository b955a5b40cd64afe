using NUnit.Framework;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.UnitInterdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.UnitInterdiction;

[TestFixture]
public sealed class UnitInterdictionSolverTests
{
    [Test]
    public void The_plan_that_takes_most_flow_is_not_the_plan_that_takes_most_units()
    {
        // Units of 3 at both. Taking 2 of 5 from a costs no unit; taking 1 of 3 from b costs one. The continuous worth, (5 + 3) / 3
        // before, is 2 after the first and 7/3 after the second: its least is no lower bound on whole units, of which 1 is left.
        var net = AsciiNetwork.Parse("s -> a 5\n s -> b 3");
        var result = InterdictUnits.Best(Ask(net, budget: 1, [Front(net, "a", 3, 2), Front(net, "b", 3, 2)], AttackTarget.Arc(0, 1, 3), AttackTarget.Arc(1, 1, 2)));
        Assert.That((result.WorthBefore, result.Worth), Is.EqualTo((2, 1)));
        Assert.That(result.Plan!.Attacks.Single().Target, Is.EqualTo(1));
        Assert.That(result.UnitCounts, Is.EqualTo(new long[] { 1, 0 }));
    }

    [Test]
    public void Rounding_down_what_a_set_gets_does_not_tell_its_units_even_if_all_units_are_alike()
    {
        // Together a and b get 6, enough for three units of 2, yet each gets 3 alone: one unit each.
        var net = AsciiNetwork.Parse("s -> a 3\n s -> b 3");
        var result = InterdictUnits.Best(Ask(net, budget: 0, [Front(net, "a", 2, 3), Front(net, "b", 2, 3)]));
        Assert.That(result.Worth, Is.EqualTo(2));
    }

    [Test]
    public void Weights_decide_whom_the_attacker_starves()
    {
        var net = AsciiNetwork.Parse("s -> a 4\n s -> b 4");
        var fronts = new[] { Front(net, "a", 1, 4), Front(net, "b", 4, 1) with { Weight = 9 } };
        var result = InterdictUnits.Best(Ask(net, budget: 1, fronts, AttackTarget.Arc(0, 1), AttackTarget.Arc(1, 1, 3)));
        Assert.That((result.WorthBefore, result.Worth), Is.EqualTo((13, 4)));
    }

    [Test]
    public void One_attack_too_few_to_take_a_unit_is_not_made()
    {
        var net = AsciiNetwork.Parse("s -> a 5\n s -> a 5");
        var result = InterdictUnits.Best(Ask(net, budget: 1, [Front(net, "a", 5, 1)], AttackTarget.Arc(0, 1), AttackTarget.Arc(1, 1)));
        Assert.That(result.Worth, Is.EqualTo(1));
        Assert.That(result.Plan!.Attacks, Is.Empty);
    }

    [Test]
    public void An_attack_that_costs_nothing_is_made_without_a_budget()
    {
        var net = AsciiNetwork.Parse("s -> a 5");
        Assert.That(InterdictUnits.Best(Ask(net, budget: 0, [Front(net, "a", 5, 1)], AttackTarget.Arc(0, 0, 4))).Worth, Is.Zero);
    }

    [Test]
    public void A_demander_at_the_source_is_cut_off_only_by_an_attack_on_the_node()
    {
        var net = AsciiNetwork.Parse("s -> a 5");
        var fronts = new[] { Front(net, "s", 2, 2), Front(net, "a", 5, 1) };
        Assert.That(InterdictUnits.Best(Ask(net, budget: 9, fronts, AttackTarget.Arc(0, 1))).UnitCounts, Is.EqualTo(new long[] { 2, 0 }));
        Assert.That(InterdictUnits.Best(Ask(net, budget: 9, fronts, AttackTarget.Node(net["s"], 1, 3))).Worth, Is.EqualTo(1));
    }

    [Test]
    public void Unlimited_paths_cannot_be_starved_and_nobody_wants_nothing()
    {
        var net = AsciiNetwork.Parse("s -> a *\n s -> b 2");
        Assert.That(InterdictUnits.Best(Ask(net, budget: 9, [Front(net, "a", 7, 3), Front(net, "b", 1, 2)], AttackTarget.Arc(1, 1))).Worth, Is.EqualTo(3));
        Assert.That(InterdictUnits.Best(Ask(net, budget: 9, [], AttackTarget.Arc(1, 1))).Worth, Is.Zero);
    }

    [Test]
    public void Numbers_too_large_to_add_up_are_called_out_of_range()
    {
        var net = AsciiNetwork.Parse("s -> a 5");
        var result = UnitInterdictionSolver.Solve(
            Ask(net, budget: 1, [Front(net, "a", FlowGraph.LargestTotal, 2)]), InterdictionOptions.Default, null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void A_target_that_is_no_part_of_the_graph_is_refused()
    {
        var net = AsciiNetwork.Parse("s -> a 5");
        Assert.That(() => Ask(net, 1, [Front(net, "a", 1, 1)], AttackTarget.Arc(1, 1)), Throws.ArgumentException.With.Message.Contains("arc 1"));
        Assert.That(() => Ask(net, 1, [Front(net, "a", 1, 1)], AttackTarget.Node(2, 1)), Throws.ArgumentException.With.Message.Contains("node 2"));
    }

    [Test]
    public void Twelve_grids_with_many_plans_are_proved_and_their_proofs_replayed()
    {
        for (var seed = 0; seed < 12; seed++)
            Assert.That(InterdictUnits.Best(UnitNets.Grid(seed), $"seed {seed}").Worth, Is.Positive, $"seed {seed}");
    }

    [Test]
    public void The_same_problem_has_the_same_answer()
    {
        var (first, second) = (InterdictUnits.Best(UnitNets.Grid(5)), InterdictUnits.Best(UnitNets.Grid(5)));
        Assert.That(first.Plan!.Attacks, Is.EqualTo(second.Plan!.Attacks));
        Assert.That(first.Statistics, Is.EqualTo(second.Statistics));
    }

    [Test]
    public void Reports_get_better_only_and_end_at_the_answer()
    {
        var reports = new List<UnitInterdictionProgress>();
        var result = UnitInterdictionSolver.Solve(UnitNets.Grid(3), InterdictionOptions.Default, new Recorder(reports), CancellationToken.None);
        Assert.That(reports, Has.Count.GreaterThan(1));
        Assert.That(reports.Select(report => report.Worth), Is.Ordered.Descending);
        Assert.That(reports.Select(report => report.Bound), Is.Ordered.Ascending);
        Assert.That(reports[^1].Worth, Is.EqualTo(result.Worth));
    }

    [Test]
    public void Stopped_at_any_step_it_has_a_plan_and_a_bound_on_the_right_sides()
    {
        var best = InterdictUnits.Best(UnitNets.Grid(3)).Worth;
        for (var looks = 0; looks < 400; looks += 7)
        {
            var clock = new StoppingClock(looks);
            var limits = new SolveOptions { TimeLimit = TimeSpan.FromSeconds(1), TimeProvider = clock, CheckInterval = 2000 };
            var result = UnitInterdictionSolver.Solve(UnitNets.Grid(3), new InterdictionOptions { Limits = limits }, null, CancellationToken.None);
            Assert.That(result.Worth, Is.GreaterThanOrEqualTo(best), $"after {looks} looks at the clock");
            Assert.That(result.Bound, Is.LessThanOrEqualTo(best), $"after {looks} looks at the clock");
            Assert.That(result.Termination, Is.EqualTo(Termination.TimeLimit).Or.EqualTo(Termination.Optimal));
        }
    }

    [Test]
    public void A_cancelled_token_stops_it_at_once()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var result = UnitInterdictionSolver.Solve(UnitNets.Grid(3), InterdictionOptions.Default, null, source.Token);
        Assert.That((result.Termination, result.Bound, result.WorthBefore), Is.EqualTo((Termination.Stopped, 0L, (long?)null)));
    }

    private static AllocationDemand Front(AsciiNetwork net, string node, long unit, long count) => new(net[node], unit, count, 0, 1);

    private static UnitInterdictionProblem Ask(AsciiNetwork net, long budget, AllocationDemand[] fronts, params AttackTarget[] targets) =>
        new(new AllocationProblem(net.Graph, net["s"], [.. fronts]), [.. targets], [budget]);

    private sealed class Recorder(List<UnitInterdictionProgress> reports) : IProgress<UnitInterdictionProgress>
    {
        public void Report(UnitInterdictionProgress value) => reports.Add(value);
    }

    /// <summary>Stands still for some looks and is far past any limit from then on.</summary>
    private sealed class StoppingClock(int looks) : TimeProvider
    {
        private int _left = looks + 1;

        public override long GetTimestamp() => _left-- > 0 ? 0 : TimestampFrequency * 1000;
    }
}
