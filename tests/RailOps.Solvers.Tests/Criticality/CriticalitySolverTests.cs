using NUnit.Framework;
using RailOps.Solvers.Criticality;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Criticality;

[TestFixture]
public sealed class CriticalitySolverTests
{
    [Test]
    public void A_thousand_random_nets_agree_with_losing_every_one_and_every_two()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var problem = Limitable(InterdictionNets.Small(new Random(seed)));
            var result = CriticalitySolver.Solve(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, withPairs: true, SolveOptions.Default, CancellationToken.None);
            if (result.Termination == Termination.Unbounded)
                continue;
            Assert.That(result.Termination, Is.EqualTo(Termination.Optimal));
            Assert.That(result.Elements.Select(element => element.Target).Order(), Is.EqualTo(Enumerable.Range(0, problem.Targets.Length)));
            foreach (var element in result.Elements)
                Assert.That((element.After, element.Loss), Is.EqualTo((Left(problem, element.Target), result.Before - Left(problem, element.Target))), $"seed {seed}");
            RequirePairs(problem, result, seed);
        }
    }

    [Test]
    public void Parallel_lines_matter_only_together_and_ties_are_grouped()
    {
        var net = AsciiNetwork.Parse("s -> a 6\n a -> t 6\n a -> t 6\n a -> t 2");
        var targets = Enumerable.Range(0, 4).Select(arc => AttackTarget.Arc(arc, 1));
        var result = CriticalitySolver.Solve(net.Graph, [net["s"]], [net["t"]], [.. targets], withPairs: true, SolveOptions.Default, CancellationToken.None);
        Assert.That(result.Elements.Select(element => (element.Target, element.Loss, element.TieGroup)), Is.EqualTo(new[] { (0, 6L, 0), (1, 0L, 1), (2, 0L, 1), (3, 0L, 1) }));
        Assert.That(result.Pairs, Is.EqualTo(new[] { new CriticalPair(1, 2, 2, 4, 4, 4, 0) }));
    }

    [Test]
    public void A_cancelled_ranking_lists_nothing_wrong()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var problem = InterdictionNets.Grid(1, 9, 9, 0.3);
        var result = CriticalitySolver.Solve(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, withPairs: true, SolveOptions.Default, source.Token);
        Assert.That((result.Termination, result.Elements.Length), Is.EqualTo((Termination.Stopped, 0)));
    }

    [Test]
    public void A_node_that_no_session_can_limit_is_refused_with_the_way_out()
    {
        var net = AsciiNetwork.Parse("s -> a 6\n a -> t 6");
        Assert.That(
            () => CriticalitySolver.Solve(net.Graph, [0], [2], [AttackTarget.Node(1, 1)], withPairs: false, SolveOptions.Default, CancellationToken.None),
            Throws.ArgumentException.With.Message.Contains("SetNodeCapacity(1"));
    }

    private static void RequirePairs(InterdictionProblem problem, CriticalityResult result, int seed)
    {
        var loss = result.Elements.ToDictionary(element => element.Target, element => element.Loss);
        var listed = result.Pairs.ToDictionary(pair => (pair.First, pair.Second));
        for (var first = 0; first < problem.Targets.Length; first++)
        {
            for (var second = first + 1; second < problem.Targets.Length; second++)
            {
                var expected = result.Before - Left(problem, first, second);
                var found = listed.TryGetValue((first, second), out var pair) ? pair.Loss : long.Max(loss[first], loss[second]);
                Assert.That(found, Is.EqualTo(expected), $"seed {seed}: {first}, {second}");
                Assert.That(pair?.BeyondSum ?? 0, Is.EqualTo(pair is null ? 0 : expected - loss[first] - loss[second]));
            }
        }
    }

    private static long Left(InterdictionProblem problem, params int[] lost)
    {
        var choice = Enumerable.Range(0, problem.Targets.Length).Select(target => lost.Contains(target) ? 1 : 0).ToArray();
        var graph = BruteForceInterdiction.UnderAttack(problem, choice);
        return (long)EdmondsKarpReference.Value(graph, [.. problem.Sources], [.. problem.Sinks]);
    }

    internal static InterdictionProblem Limitable(InterdictionProblem problem)
    {
        var builder = FlowGraphBuilder.From(problem.Graph);
        for (var node = 0; node < problem.Graph.NodeCount; node++)
            builder.SetNodeCapacity(node, problem.Graph.NodeCapacity(node));
        return new InterdictionProblem(builder.Build(), problem.Sources, problem.Sinks, problem.Targets, problem.Budgets);
    }
}
