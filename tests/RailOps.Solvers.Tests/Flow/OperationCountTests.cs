using NUnit.Framework;
using RailOps.Benchmarks.Flow.Nets;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Flow;

/// <summary>
/// Work on fixed nets, in operations: unlike seconds these do not flicker. A change of method moves them and must say so here.
/// </summary>
[TestFixture]
public sealed class OperationCountTests
{
    [TestCase("rail_1k", "dinic", 10, 0, 15963)]
    [TestCase("rail_10k", "dinic", 31, 0, 245495)]
    [TestCase("rmf_10k", "dinic", 1587, 0, 1972767)]
    [TestCase("rlg_10k", "dinic", 3642, 0, 601688)]
    [TestCase("rail_1k", "pseudoflow", 748, 2060, 3994)]
    [TestCase("rail_10k", "pseudoflow", 4409, 13598, 27620)]
    [TestCase("rmf_10k", "pseudoflow", 4097, 11466, 85291)]
    [TestCase("rlg_10k", "pseudoflow", 9004, 10635, 48781)]
    [TestCase("rail_1k", "push-relabel", 2746, 1415, 10042)]
    [TestCase("rail_10k", "push-relabel", 14755, 7490, 54440)]
    [TestCase("rmf_10k", "push-relabel", 22082, 13108, 229705)]
    [TestCase("rlg_10k", "push-relabel", 25851, 6652, 103362)]
    public void The_work_on_a_fixed_net_stays_what_it_is(string netName, string solverName, long augmentations, long relabels, long arcScans)
    {
        var net = FlowNets.Make(netName);
        var solver = MaxFlowSolvers.All.Single(one => one.Name == solverName);
        var result = solver.Solve(net.ToGraph(), [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None);
        Assert.That(result.Value, Is.EqualTo(net.ExpectedValue));
        var work = result.Statistics;
        Assert.That((work.AugmentationCount, work.RelabelCount, work.ArcScanCount), Is.EqualTo((augmentations, relabels, arcScans)));
    }

    [TestCase("rail_10k", 3902, 5444)]
    [TestCase("rmf_10k", 2048, 9152)]
    [TestCase("rlg_10k", 3330, 9932)]
    [TestCase("rail_100k", 39002, 54644)]
    [TestCase("rmf_100k", 20736, 98240)]
    [TestCase("rlg_100k", 33474, 99893)]
    public void The_nets_have_their_published_size_and_value(string netName, int nodeCount, int arcCount)
    {
        var net = FlowNets.Make(netName);
        Assert.That((net.NodeCount, net.Arcs.Count), Is.EqualTo((nodeCount, arcCount)));
        var graph = net.ToGraph();
        foreach (var solver in new IMinCutSolver[] { new PseudoflowMinCutSolver(), new PushRelabelMaxFlowSolver() })
        {
            var result = solver.SolveMinCut(graph, [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None);
            Assert.That(result.Value, Is.EqualTo(net.ExpectedValue), solver.Name);
        }
    }
}
