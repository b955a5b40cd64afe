using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

/// <summary>At and one past the limits of numbers, and what is refused.</summary>
[TestFixture]
public sealed class MinCostFlowLimitTests
{
    private const long Million = 1_000_000;

    [Test]
    public void Capacities_and_costs_of_a_million_millions_are_exact()
    {
        var graph = OneArc(Million * Million);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(graph, [(Million * Million) - 1], [0], [1], (Million * Million) - 1));
        var least = (Int128)((Million * Million) - 1);
        Assert.That(result.Cost, Is.EqualTo(least * least), "above 2^79, where a double would round");
    }

    [Test]
    public void Random_nets_with_huge_numbers_agree_with_cycle_cancelling()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var builder = new FlowGraphBuilder();
            builder.AddNodes(6);
            for (var arc = 0; arc < 14; arc++)
                builder.AddArc(random.Next(6), random.Next(6), random.NextInt64(Million * Million));
            long[] costs = [.. Enumerable.Range(0, 14).Select(_ => random.NextInt64(-Million * Million, Million * Million))];
            var problem = MinCostFlowProblem.OfLargest(builder.Build(), [.. costs], [0], [5]);
            var result = CertifiedMinCost.Solve(problem);
            var expected = CycleCancellingReference.Solve(problem);
            Assert.That(((System.Numerics.BigInteger)result.Cost!.Value, result.Flow!.Amount), Is.EqualTo((expected.Cost, (long)expected.Amount)), $"seed {seed}");
        }
    }

    [Test]
    public void Capacities_may_sum_to_the_largest_total_and_not_to_one_more()
    {
        Assert.That(Answer(OneArc(FlowGraph.LargestTotal), cost: 1, amount: 1), Is.EqualTo(Termination.Optimal));
        Assert.That(Answer(OneArc(FlowGraph.LargestTotal + 1), cost: 1, amount: 1), Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void The_amount_may_be_the_largest_total_and_not_one_more()
    {
        Assert.That(Answer(OneArc(FlowGraph.Unlimited), cost: 1, FlowGraph.LargestTotal), Is.EqualTo(Termination.Optimal));
        Assert.That(Answer(OneArc(FlowGraph.Unlimited), cost: 1, FlowGraph.LargestTotal + 1), Is.EqualTo(Termination.OutOfRange));
    }

    [TestCase(1)]
    [TestCase(-1)]
    public void The_largest_cost_times_the_nodes_may_be_2_to_the_58th_and_not_more(int sign)
    {
        // Two nodes: (2 * 2 + 3)(cost + 1) <= 2^58.
        var largest = ((1L << 58) / 7) - 1;
        var graph = OneArc(FlowGraph.LargestTotal);
        Assert.That(Answer(graph, sign * largest, FlowGraph.LargestTotal), Is.EqualTo(Termination.Optimal));
        Assert.That(Answer(graph, sign * (largest + 1), FlowGraph.LargestTotal), Is.EqualTo(Termination.OutOfRange));
        Assert.That(Answer(graph, sign > 0 ? long.MaxValue : long.MinValue, amount: 1), Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void Lower_bounds_may_sum_to_the_largest_total_and_not_to_one_more()
    {
        foreach (var (second, expected) in new[] { (0L, Termination.Optimal), (1L, Termination.OutOfRange) })
        {
            var builder = new FlowGraphBuilder();
            builder.AddNodes(2);
            builder.AddArc(0, 1, FlowGraph.Unlimited);
            builder.AddArc(0, 1, FlowGraph.Unlimited);
            var problem = MinCostFlowProblem.OfLargest(builder.Build(), [1, 1], [1], [0], [FlowGraph.LargestTotal, second]);
            var circular = MinCostFlowProblem.OfAmount(problem.Graph, [1, 1], [0], [1], FlowGraph.LargestTotal, problem.LowerBounds);
            Assert.That(CertifiedMinCost.Solve(circular).Termination, Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_session_can_leave_the_range_and_come_back()
    {
        var session = new MinCostFlowSession(MinCostFlowProblem.OfAmount(OneArc(5), [1], [0], [1], 3));
        session.SetCost(0, long.MaxValue);
        Assert.That(CertifiedMinCost.Solve(session).Termination, Is.EqualTo(Termination.OutOfRange));
        session.SetCost(0, 2);
        Assert.That(CertifiedMinCost.Solve(session).Cost, Is.EqualTo((Int128)6));
    }

    [Test]
    public void What_makes_no_sense_is_refused_with_a_message()
    {
        var arc = OneArc(5);
        var edge = AsciiNetwork.Parse("a -- b 5").Graph;
        Refused(() => MinCostFlowProblem.Balanced(edge, [-1], [0, 0]), "cost of edge 0 should be 0 or more");
        Refused(() => MinCostFlowProblem.Balanced(edge, [1], [0, 0], [1]), "lower bound of edge 0 should be 0");
        Refused(() => MinCostFlowProblem.Balanced(arc, [1], [2, -1]), "sum to 0 flow units, but sum to 1");
        Refused(() => MinCostFlowProblem.Balanced(arc, [1], [0]), "a supply for each node");
        Refused(() => MinCostFlowProblem.Balanced(arc, [], [0, 0]), "a cost for each arc");
        Refused(() => MinCostFlowProblem.Balanced(arc, [1], [0, 0], [6]), "0 to its capacity, 5 flow units, but is 6");
        Refused(() => MinCostFlowProblem.Balanced(arc, [1], [0, 0], [-1]), "but is -1");
        Refused(() => MinCostFlowProblem.Balanced(arc, [1], [0, 0], [0, 0]), "a lower bound for each arc");
        Refused(() => MinCostFlowProblem.Balanced(OneArc(FlowGraph.Unlimited), [1], [0, 0], [FlowGraph.Unlimited]), "but is unlimited");
        Refused(() => MinCostFlowProblem.OfLargest(arc, [1], [0], [0]), "Sources and sinks should be different nodes");
        Refused(() => MinCostFlowProblem.OfAmount(arc, [1], [], [1], 1), "at least one node");
        Refused(() => MinCostFlowProblem.OfAmount(arc, [1], [0], [1], -1), "non-negative");
    }

    [Test]
    public void A_session_refuses_what_the_problem_cannot_have()
    {
        var amount = new MinCostFlowSession(MinCostFlowProblem.OfAmount(AsciiNetwork.Parse("a -- b 5").Graph, [1], [0], [1], 3));
        Refused(() => amount.SetCost(0, -1), "cost of edge 0");
        Refused(() => amount.SetCapacity(0, -1), "capacity");
        Refused(() => amount.SetNodeCapacity(0, 3), "should be limitable");
        Refused(() => amount.SetSupply(0, 3), "should be Balance");
        var balanced = new MinCostFlowSession(MinCostFlowProblem.Balanced(OneArc(5), [1], [2, -2], [1]));
        Refused(() => balanced.SetAmount(3), "should be Amount");
        Refused(() => balanced.SetCapacity(0, 0), "capacity");
        balanced.SetSupply(0, 1);
        Refused(() => balanced.Solve(SolveOptions.Default, CancellationToken.None), "sum to -1");
    }

    private static Termination Answer(FlowGraph graph, long cost, long amount) =>
        CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(graph, [cost], [0], [1], amount)).Termination;

    private static FlowGraph OneArc(long capacity)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        builder.AddArc(0, 1, capacity);
        return builder.Build();
    }

    private static void Refused(Action make, string words)
    {
        var refusal = Assert.Catch(() => make());
        Assert.That(refusal, Is.InstanceOf<ArgumentException>().Or.InstanceOf<InvalidOperationException>());
        Assert.That(refusal!.Message, Does.Contain(words));
    }
}
