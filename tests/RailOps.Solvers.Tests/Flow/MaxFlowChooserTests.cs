using NUnit.Framework;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Flow;

[TestFixture]
public sealed class MaxFlowChooserTests
{
    [TestCase(MaxFlowChooser.LargestArcCountForDinic, "dinic")]
    [TestCase(MaxFlowChooser.LargestArcCountForDinic + 1, "pseudoflow")]
    public void The_size_decides_and_the_reason_names_it(int arcCount, string expected)
    {
        var graph = Parallel(arcCount);
        var (flow, cut) = (MaxFlowChooser.ForFlow(graph), MaxFlowChooser.ForCut(graph));
        Assert.That((flow.Solver.Name, cut.Solver.Name), Is.EqualTo((expected, expected)));
        Assert.That(flow.Reason, Does.Contain($"{arcCount:#,0} arcs"));
        Assert.That(cut.Reason, Does.Contain($"{arcCount:#,0} arcs"));
        var answer = cut.Solver.SolveMinCut(graph, [0], [1], SolveOptions.Default, CancellationToken.None);
        Assert.That(answer.Value, Is.EqualTo(arcCount));
    }

    private static FlowGraph Parallel(int arcCount)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        for (var arc = 0; arc < arcCount; arc++)
            builder.AddArc(0, 1, 1);
        return builder.Build();
    }
}
