using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Fortification;

/// <summary>Nets small enough to be followed by hand.</summary>
[TestFixture]
public sealed class FortificationSolverTests
{
    [Test]
    public void Guarding_one_at_a_time_is_wrong_where_two_arcs_in_a_row_need_each_other()
    {
        // Two attacks. One guard saves at best the arc of 3. Two guards save the row of 10: whoever has the arc of 3 guarded first never gets there.
        const string Net = "s -> a 10\n a -> t 10\n s -> t 3";
        Assert.That(Units(Net, attackBudget: 2, defenceBudget: 0, 0, 1, 2).Value, Is.Zero);
        var one = Units(Net, attackBudget: 2, defenceBudget: 1, 0, 1, 2);
        Assert.That((one.Value, Text(one.Defence)), Is.EqualTo((3, "2")));
        var two = Units(Net, attackBudget: 2, defenceBudget: 2, 0, 1, 2);
        Assert.That((two.Value, Text(two.Defence)), Is.EqualTo((10, "0 1")));
        var three = Units(Net, attackBudget: 2, defenceBudget: 3, 0, 1, 2);
        Assert.That((three.Value, Text(three.Defence)), Is.EqualTo((13, "0 1 2")));
    }

    [Test]
    public void One_garrison_guards_two_bridges_where_single_guards_are_too_dear()
    {
        var net = AsciiNetwork.Parse("s -> a 10\n a -> t 10\n s -> t 3");
        var attack = new InterdictionProblem(net.Graph, 0, 2, Targets(0, 1, 2), 2);
        var result = Fortify.Best(new FortificationProblem(attack, [Protection.Of(0, 2), Protection.Of(1, 2), new Protection([1, 0], [3]), Protection.Of(2, 1)], [3]));
        Assert.That((result.Value, Text(result.Defence), result.Costs[0]), Is.EqualTo((10, "2", 3)));
    }

    [Test]
    public void A_target_that_can_be_attacked_for_nothing_stays_protected()
    {
        var net = AsciiNetwork.Parse("s -> a 4\n s -> a 3\n a -> t 9");
        var attack = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Arc(0, 0), AttackTarget.Arc(1, 1)], 0);
        var result = Fortify.Best(new FortificationProblem(attack, [Protection.Of(0, 5)], [5]));
        Assert.That((result.ValueUnprotected, result.Value, result.Attack!.Attacks.Length), Is.EqualTo((3L, 7, 0)));
    }

    [Test]
    public void Protections_that_cost_nothing_are_taken_even_without_a_budget_unless_in_vain()
    {
        var net = AsciiNetwork.Parse("s -> a 4\n a -> t 3\n s -> t 1");
        var attack = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Arc(0, 1), AttackTarget.Arc(2, 1)], 1);
        var result = Fortify.Best(new FortificationProblem(attack, [Protection.Of(1, 0), Protection.Of(0, 0), Protection.Of(0, 0)], [0]));
        Assert.That((result.ValueUnprotected, result.Value, result.Defence.Length), Is.EqualTo((1L, 4, 2)));
    }

    [Test]
    public void No_level_of_a_protected_target_can_be_used()
    {
        var net = AsciiNetwork.Parse("s -> t 10");
        var target = AttackTarget.Of(AttackElement.Arc(0), new AttackLevel([3], [0]), new AttackLevel([1], [6]));
        var attack = new InterdictionProblem(net.Graph, 0, 1, [target], 3);
        Assert.That(Fortify.Best(new FortificationProblem(attack, [Protection.Of(0, 2)], [1])).Value, Is.Zero);
        Assert.That(Fortify.Best(new FortificationProblem(attack, [Protection.Of(0, 2)], [2])).Value, Is.EqualTo(10));
    }

    [Test]
    public void Two_resources_must_both_suffice()
    {
        var net = AsciiNetwork.Parse("s -> t 5\n s -> t 4");
        var attack = new InterdictionProblem(net.Graph, 0, 1, Targets(0, 1), 2);
        ImmutableArray<Protection> protections = [new([0], [1, 2]), new([1], [1, 1])];
        Assert.That(Fortify.Best(new FortificationProblem(attack, protections, [2, 3])).Value, Is.EqualTo(9));
        Assert.That(Fortify.Best(new FortificationProblem(attack, protections, [2, 2])).Value, Is.EqualTo(5));
        Assert.That(Fortify.Best(new FortificationProblem(attack, protections, [2, 1])).Value, Is.EqualTo(4));
    }

    [Test]
    public void A_protected_node_keeps_what_passes_through_it()
    {
        var net = AsciiNetwork.Parse("s -- a 5\n a -- t 5\n s -- b 4\n b -- t 4");
        var attack = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Node(net["a"], 1), AttackTarget.Node(net["b"], 1, residualCapacity: 1)], 2);
        Assert.That(Fortify.Best(new FortificationProblem(attack, [Protection.Of(0, 1), Protection.Of(1, 1)], [1])).Value, Is.EqualTo(6));
    }

    [Test]
    public void A_protected_path_without_limit_is_answered_as_unbounded()
    {
        var net = AsciiNetwork.Parse("s -> a *\n a -> t *");
        var attack = new InterdictionProblem(net.Graph, net["s"], net["t"], Targets(0, 1), 1);
        var result = Fortify.Best(new FortificationProblem(attack, [Protection.Of(0, 1), Protection.Of(1, 1)], [2]));
        Assert.That((result.Termination, result.Value, result.Bound), Is.EqualTo((Termination.Unbounded, FlowGraph.Unlimited, FlowGraph.Unlimited)));
        Assert.That((result.ValueUnprotected, Text(result.Defence), result.Attack!.Attacks.Length), Is.EqualTo((0L, "0 1", 0)));
    }

    [Test]
    public void Nothing_to_protect_is_an_interdiction()
    {
        var net = AsciiNetwork.Parse("s -> t 5\n s -> t 4");
        var result = Fortify.Best(new FortificationProblem(new InterdictionProblem(net.Graph, 0, 1, Targets(0, 1), 1), [], [9]));
        Assert.That((result.Value, result.ValueUnprotected, result.Defence.Length), Is.EqualTo((4, 4L, 0)));
    }

    [Test]
    public void Capacities_up_to_the_limit_are_solved_and_those_beyond_refused()
    {
        const long Half = FlowGraph.LargestTotal / 2;
        Assert.That(Units($"s -> t {Half}\n s -> t {Half - 1}", attackBudget: 2, defenceBudget: 1, 0, 1).Value, Is.EqualTo(Half));
        var net = AsciiNetwork.Parse($"s -> t {Half}\n s -> t {Half + 1}");
        var attack = new InterdictionProblem(net.Graph, 0, 1, Targets(0, 1), 1);
        var result = FortificationSolver.Solve(new FortificationProblem(attack, [Protection.Of(0, 1)], [1]), FortificationOptions.Default, null, CancellationToken.None);
        Assert.That((result.Termination, result.Attack, result.Gap), Is.EqualTo((Termination.OutOfRange, (AttackPlan?)null, 0.0)));
    }

    [Test]
    public void The_largest_costs_and_budgets_do_not_overflow()
    {
        var net = AsciiNetwork.Parse("s -> t 5\n s -> t 4\n s -> t 3");
        var attack = new InterdictionProblem(net.Graph, 0, 1, Targets(0, 1, 2), 2);
        ImmutableArray<Protection> dear = [Protection.Of(0, long.MaxValue), Protection.Of(1, long.MaxValue), Protection.Of(2, 1)];
        Assert.That(Fortify.Best(new FortificationProblem(attack, dear, [long.MaxValue])).Value, Is.EqualTo(5));
    }

    [Test]
    public void Problems_that_make_no_sense_are_refused_with_the_reason()
    {
        var attack = new InterdictionProblem(AsciiNetwork.Parse("s -> t 5").Graph, 0, 1, Targets(0), 1);
        Refused("none", [], []);
        Refused("-1", [], [-1]);
        Refused("guards none", [new Protection([], [1])], [1]);
        Refused("names target 1", [new Protection([1], [1])], [1]);
        Refused("twice", [new Protection([0, 0], [1])], [1]);
        Refused("2 costs", [Protection.Of(0, 1)], [1, 1]);
        Refused("-5", [Protection.Of(0, -5)], [1]);
        Refused("default value", default, [1]);

        void Refused(string part, ImmutableArray<Protection> protections, ImmutableArray<long> budgets) =>
            Assert.That(() => new FortificationProblem(attack, protections, budgets), Throws.ArgumentException.With.Message.Contains(part));
    }

    [TestCase(1, 8, 0.4, 0.4, 1227, "51 nodes, 24 attacks, 39 reused, 681 flows")]
    [TestCase(2, 10, 0.4, 0.4, 1113, "305 nodes, 115 attacks, 225 reused, 1915 flows")]
    [TestCase(2, 10, 0.2, 0.8, 1820, "578 nodes, 105 attacks, 486 reused, 1487 flows")]
    public void Three_grids_take_the_work_they_took_when_this_was_written(int seed, int size, double attackShare, double defenceShare, long value, string work)
    {
        var result = Fortify.Best(FortificationNets.Grid(seed, size, size, attackShare, defenceShare));
        var counted = result.Statistics;
        Assert.That(result.Value, Is.EqualTo(value));
        Assert.That($"{counted.SearchNodeCount} nodes, {counted.AttackSearchCount} attacks, {counted.ReuseCount} reused, {counted.AttackWork.SolveCount} flows", Is.EqualTo(work));
    }

    private static FortificationResult Units(string net, long attackBudget, long defenceBudget, params int[] arcs)
    {
        var parsed = AsciiNetwork.Parse(net);
        var attack = new InterdictionProblem(parsed.Graph, parsed["s"], parsed["t"], Targets(arcs), attackBudget);
        return Fortify.Best(new FortificationProblem(attack, [.. arcs.Select((_, target) => Protection.Of(target, 1))], [defenceBudget]));
    }

    private static ImmutableArray<AttackTarget> Targets(params int[] arcs) => [.. arcs.Select(arc => AttackTarget.Arc(arc, 1))];

    private static string Text(ImmutableArray<int> defence) => string.Join(' ', defence);
}
