using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Checking;

[TestFixture]
public sealed class MaxFlowCheckerTests
{
    [Test]
    public void Any_single_arc_flow_changed_is_refused()
    {
        ForSomeNets((graph, result) =>
        {
            for (var arc = 0; arc < graph.ArcCount; arc++)
            {
                if (graph.Tail(arc) == graph.Head(arc))
                    continue;
                foreach (var change in new[] { -1, 1 })
                    RequireRefused(graph, result, result.ArcFlow.SetItem(arc, result.ArcFlow[arc] + change), result.Certificate!);
            }
        });
    }

    [Test]
    public void A_cut_of_another_capacity_is_refused_and_another_minimum_cut_is_not()
    {
        var refusedCount = 0;
        ForSomeNets((graph, result) =>
        {
            for (var node = 0; node < graph.NodeCount; node++)
            {
                var cut = result.Certificate! with { SourceSide = result.SourceSide.SetItem(node, !result.SourceSide[node]) };
                var isMinimum = IsMinimum(graph, cut, result.Value);
                Assert.That(Check(graph, result, result.ArcFlow, cut).IsAccepted, Is.EqualTo(isMinimum));
                refusedCount += isMinimum ? 0 : 1;
            }
        });
        Assert.That(refusedCount, Is.GreaterThan(100));
    }

    [Test]
    public void A_stated_value_other_than_the_flow_is_refused()
    {
        ForSomeNets((graph, result) =>
            RequireRefused(graph, result, result.ArcFlow, result.Certificate! with { Capacity = result.Value + 1 }));
    }

    [Test]
    public void A_path_that_is_not_unlimited_or_does_not_lead_there_is_refused()
    {
        var net = AsciiNetwork.Parse("s -> a *\n a -> t *\n a -> t 4\n t -> a *");
        Assert.That(CheckPath(net.Graph, 0, 1).IsAccepted, Is.True);
        foreach (var path in new[] { [0, 2], [0], [1], [0, 3], Array.Empty<int>() })
            Assert.That(CheckPath(net.Graph, path).IsAccepted, Is.False, string.Join(',', path));
    }

    [Test]
    public void A_node_that_passes_more_than_its_limit_is_refused()
    {
        var loose = AsciiNetwork.Parse("s -> a 4\n a -> t 4").Graph;
        var tight = AsciiNetwork.Parse("s -> a 4\n a -> t 4\n a [3]").Graph;
        var result = Certified.MaxFlow(loose, 0, 2);
        Assert.That(MaxFlowChecker.Check(tight, [0], [2], result).Problem, Does.Contain("Node 1").And.Contains("passes 4"));
    }

    private static CheckReport CheckPath(FlowGraph graph, params int[] path) =>
        MaxFlowChecker.Check(graph, [0], [2], MaxFlowResult.Unbounded([.. path], SolveStatistics.None));

    private static void ForSomeNets(Action<FlowGraph, MaxFlowResult> act)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var graph = RandomNetwork.Mixed(new Random(seed), nodeCount: 7, arcCount: 22, largestCapacity: 9);
            act(graph, Certified.MaxFlow(graph, 0, 6));
        }
    }

    /// <summary>By the definition of a cut, written again.</summary>
    private static bool IsMinimum(FlowGraph graph, NodeCut cut, long value)
    {
        if (!cut.SourceSide[0] || (cut.SourceSide[6] && !cut.CutNodes.Contains(6)) || cut.CutNodes.Any(node => !cut.SourceSide[node]))
            return false;
        bool Sends(int node) => cut.SourceSide[node] && !cut.CutNodes.Contains(node);
        var sum = (Int128)0;
        foreach (var node in cut.CutNodes)
            sum += graph.NodeCapacity(node);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head) = (graph.Tail(arc), graph.Head(arc));
            sum += Sends(tail) && !cut.SourceSide[head] ? graph.Capacity(arc) : 0;
            sum += !graph.IsDirected(arc) && Sends(head) && !cut.SourceSide[tail] ? graph.Capacity(arc) : 0;
        }

        return sum == value;
    }

    private static void RequireRefused(FlowGraph graph, MaxFlowResult result, ImmutableArray<long> flow, NodeCut cut)
    {
        var report = Check(graph, result, flow, cut);
        Assert.That(report.IsAccepted, Is.False);
        Assert.That(report.Problem, Is.Not.Empty);
    }

    private static CheckReport Check(FlowGraph graph, MaxFlowResult result, ImmutableArray<long> flow, NodeCut cut) =>
        MaxFlowChecker.Check(graph, [0], [6], MaxFlowResult.Optimal(graph, flow, cut, result.CutIsUnique, result.Statistics));
}
