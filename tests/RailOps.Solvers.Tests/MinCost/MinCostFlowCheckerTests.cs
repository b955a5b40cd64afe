using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

[TestFixture]
public sealed class MinCostFlowCheckerTests
{
    private static readonly AsciiNetwork Net = AsciiNetwork.Parse("""
        s -> a 3 @1
        a -> t 3 @1
        s -> t 9 @5
        a -- b 4 @2
        b -> t 2 @1
        a [6]
        """);

    private static MinCostFlowProblem Amount(long amount) => MinCostFlowProblem.OfAmount(Net.Graph, Net.Costs, [Net["s"]], [Net["t"]], amount);

    private static MinCostFlowProblem Largest { get; } = MinCostFlowProblem.OfLargest(Net.Graph, Net.Costs, [Net["s"]], [Net["t"]]);

    [Test]
    public void A_flow_changed_on_any_arc_is_refused()
    {
        var best = CertifiedMinCost.Solve(Amount(5));
        for (var arc = 0; arc < Net.Graph.ArcCount; arc++)
        {
            foreach (var by in new[] { 1, -1 })
            {
                var spoiled = best.Flow!.ArcFlow.SetItem(arc, best.Flow.ArcFlow[arc] + by);
                Refuses(Amount(5), best, best.Flow with { ArcFlow = spoiled });
                Refuses(Amount(5), best, best.Flow with { ArcFlow = spoiled, Cost = best.Flow.Cost + (Net.Costs[arc] * by) });
            }
        }

        Refuses(Amount(5), best, best.Flow! with { ArcFlow = [] });
        Refuses(Amount(5), best, flow: null);
    }

    [Test]
    public void Another_cost_or_amount_is_refused()
    {
        var best = CertifiedMinCost.Solve(Amount(5));
        Refuses(Amount(5), best, best.Flow! with { Cost = best.Flow!.Cost - 1 });
        Refuses(Amount(5), best, best.Flow! with { Amount = 4 });
        Refuses(Amount(6), best, best.Flow);
        RequireRefused(Amount(5), best.Changed(best.Flow, best.Bound - 1, best.Potentials, best.Inside, best.UnlimitedWalk));
    }

    [Test]
    public void A_flow_that_is_dearer_than_need_be_is_refused_whatever_the_potentials()
    {
        var best = CertifiedMinCost.Solve(Amount(3));
        var dear = new CostedFlow([0, 0, 3, 0, 0], 3, 15);
        for (var shift = -20; shift <= 20; shift++)
        {
            for (var node = 0; node < best.Potentials.Length; node++)
            {
                var potentials = best.Potentials.SetItem(node, best.Potentials[node] + shift);
                RequireRefused(Amount(3), best.Changed(dear, dear.Cost, potentials, [], []));
            }
        }
    }

    [Test]
    public void Spoiled_potentials_of_random_answers_prove_the_cost_only_if_they_are_as_good()
    {
        var refused = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomCostFlow.Small(new Random(seed));
            var best = CertifiedMinCost.Solve(problem);
            if (best.Termination != Termination.Optimal)
                continue;
            for (var node = 0; node < best.Potentials.Length; node++)
            {
                var spoiled = best.Changed(best.Flow, best.Bound, best.Potentials.SetItem(node, best.Potentials[node] + 1000), best.Inside, []);
                refused += MinCostFlowChecker.Check(problem, spoiled).IsAccepted ? 0 : 1;
                // A smaller cost would be a lie, and no potentials prove it.
                var lie = best.Changed(best.Flow! with { Cost = best.Flow.Cost - 1 }, best.Bound - 1, spoiled.Potentials, best.Inside, []);
                RequireRefused(problem, lie);
            }
        }

        Assert.That(refused, Is.GreaterThan(300));
    }

    [Test]
    public void A_smaller_amount_does_not_pass_for_the_largest()
    {
        var smaller = CertifiedMinCost.Solve(Amount(4));
        var best = CertifiedMinCost.Solve(Largest);
        for (var mask = 0; mask < 1 << Net.Graph.NodeCount; mask++)
        {
            var inside = new bool[ExpandedNodes.Count(Net.Graph)];
            for (var node = 0; node < Net.Graph.NodeCount; node++)
                inside[node] = inside[ExpandedNodes.Exit(Net.Graph, node)] = (mask >> node & 1) == 1;
            inside[ExpandedNodes.SourceHub(Net.Graph)] = true;
            RequireRefused(Largest, smaller.Changed(smaller.Flow, smaller.Bound, smaller.Potentials, [.. inside], []));
        }

        RequireRefused(Largest, best.Changed(best.Flow, best.Bound, best.Potentials, [], []));
        RequireRefused(Largest, best.Changed(best.Flow, best.Bound, best.Potentials, best.Inside.SetItem(ExpandedNodes.SinkHub(Net.Graph), true), []));
    }

    [Test]
    public void No_set_of_nodes_shows_a_problem_infeasible_that_is_not()
    {
        var refusal = CertifiedMinCost.Solve(Amount(50));
        Assert.That(refusal.Termination, Is.EqualTo(Termination.Infeasible));
        for (var mask = 0; mask < 1 << ExpandedNodes.Count(Net.Graph); mask++)
        {
            var inside = Enumerable.Range(0, ExpandedNodes.Count(Net.Graph)).Select(node => (mask >> node & 1) == 1);
            RequireRefused(Amount(5), refusal.Changed(null, null, [], [.. inside], []));
        }

        RequireRefused(Amount(50), refusal.Changed(null, null, [], [], []));
        RequireRefused(Amount(50), refusal.Changed(null, null, [], refusal.Inside.SetItem(ExpandedNodes.SourceHub(Net.Graph), false), []));
    }

    [Test]
    public void A_walk_that_is_limited_broken_or_earns_nothing_is_refused()
    {
        var net = AsciiNetwork.Parse("""
            a -> b * @-3
            b -> c * @1
            c -> a * @1
            c -> b * @-1
            b -> a 9 @1
            c -- d * @0
            """);
        var problem = MinCostFlowProblem.Balanced(net.Graph, net.Costs, [0, 0, 0, 0]);
        var best = CertifiedMinCost.Solve(problem);
        Assert.That(best.Termination, Is.EqualTo(Termination.Unbounded));
        foreach (var walk in new int[][] { [], [0, 1], [0, 2, 1], [0, 4], [1, 3], [5, 5], [-1], [99], [1, 2, 0, 1] })
            RequireRefused(problem, best.Changed(best.Flow, null, [], [], [.. walk]));
        var limited = new FlowGraphBuilder();
        limited = FlowGraphBuilder.From(net.Graph);
        limited.SetNodeCapacity(net["b"], 5);
        RequireRefused(MinCostFlowProblem.Balanced(limited.Build(), net.Costs, [0, 0, 0, 0]), best);
    }

    [Test]
    public void OutOfRange_and_bounds_of_stopped_answers_are_looked_at_too()
    {
        RequireRefused(Amount(5), MinCostFlowResult.OutOfRange());
        var flow = CertifiedMinCost.Solve(Amount(5));
        var zeros = ImmutableArray.CreateRange(new long[ExpandedNodes.Count(Net.Graph)]);
        var stopped = MinCostFlowResult.Interrupted(Termination.Stopped, flow.Flow, 0, zeros, MinCostFlowStatistics.None);
        CertifiedMinCost.RequireProof(Amount(5), stopped);
        RequireRefused(Amount(5), stopped.Changed(flow.Flow, 1, zeros, [], []));
        RequireRefused(Amount(4), stopped);
        RequireRefused(Largest, stopped);
    }

    private static void Refuses(MinCostFlowProblem problem, MinCostFlowResult best, CostedFlow? flow) =>
        RequireRefused(problem, best.Changed(flow, flow?.Cost ?? best.Bound, best.Potentials, best.Inside, best.UnlimitedWalk));

    private static void RequireRefused(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        var report = MinCostFlowChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.False);
        Assert.That(report.Problem, Is.Not.Empty);
    }
}
