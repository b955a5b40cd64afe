using System.Globalization;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

/// <summary>
/// B. J. Gassner, "Cycling in the transportation problem", Naval Research Logistics Quarterly 11, 1964, showed that assignments of four to
/// four can cycle. The nets here were found by trying random costs; all trees of an assignment and all pivots between them are looked at.
/// </summary>
[TestFixture]
public sealed class MinCostFlowCyclingTests
{
    private const int Size = 4;

    [TestCase("4 7 0 7 3 5 6 1 1 7 2 4 6 5 4 6")]
    [TestCase("3 3 0 1 3 1 1 2 0 3 1 0 2 3 0 2")]
    [TestCase("6 6 0 8 5 8 1 9 0 0 5 9 5 9 5 0")]
    public void A_net_that_can_cycle_without_strong_feasibility_cannot_with_it_and_is_solved(string numbers)
    {
        long[] costs = [.. numbers.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        Assert.That(new AssignmentTrees(Size, costs, isStronglyFeasibleOnly: false).CanCycle(), Is.True);
        Assert.That(new AssignmentTrees(Size, costs, isStronglyFeasibleOnly: true).CanCycle(), Is.False);
        Assert.That(CertifiedMinCost.Solve(Assignment(costs)).Cost, Is.EqualTo((Int128)Cheapest(costs, row: 0, taken: 0)));
    }

    [Test]
    public void All_pivots_of_random_assignments_lead_from_one_strongly_feasible_tree_to_another_and_never_back()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            long[] costs = [.. Enumerable.Range(0, Size * Size).Select(_ => (long)random.Next(10))];
            var trees = new AssignmentTrees(Size, costs, isStronglyFeasibleOnly: true);
            Assert.That(trees.CanCycle(), Is.False, $"seed {seed}");
            Assert.That(trees.IsClosed(), Is.True, $"seed {seed}");
        }
    }

    [Test]
    public void There_are_as_many_trees_as_Cayley_says() =>
        Assert.That(new AssignmentTrees(Size, new long[Size * Size], isStronglyFeasibleOnly: false).TreeCount, Is.EqualTo(4 * 4 * 8), "trees of the four pairs, each of their three arcs either way");

    [Test]
    public void A_large_assignment_with_hundreds_of_pivots_that_send_nothing_ends()
    {
        const int Side = 120;
        var random = new Random(1);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2 * Side);
        for (var pair = 0; pair < Side * Side; pair++)
            builder.AddArc(pair / Side, Side + (pair % Side), FlowGraph.Unlimited);
        long[] costs = [.. Enumerable.Range(0, Side * Side).Select(_ => (long)random.Next(1000))];
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.Balanced(builder.Build(), [.. costs], [.. Enumerable.Repeat(1L, Side), .. Enumerable.Repeat(-1L, Side)]));
        Assert.That(result.Statistics.DegeneratePivotCount, Is.GreaterThan(200));
    }

    private static MinCostFlowProblem Assignment(long[] costs)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2 * Size);
        for (var pair = 0; pair < costs.Length; pair++)
            builder.AddArc(pair / Size, Size + (pair % Size), FlowGraph.Unlimited);
        return MinCostFlowProblem.Balanced(builder.Build(), [.. costs], [1, 1, 1, 1, -1, -1, -1, -1]);
    }

    private static long Cheapest(long[] costs, int row, int taken) => row == Size
        ? 0
        : Enumerable.Range(0, Size).Where(column => (taken >> column & 1) == 0).Min(column => costs[(row * Size) + column] + Cheapest(costs, row + 1, taken | 1 << column));
}
