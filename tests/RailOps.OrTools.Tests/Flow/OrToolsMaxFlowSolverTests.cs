using NUnit.Framework;
using RailOps.OrTools.Flow;
using RailOps.OrTools.Workers;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.OrTools.Tests.Flow;

/// <summary>What is particular to maximum flow by OR-Tools.</summary>
public sealed class OrToolsMaxFlowSolverTests
{
    [Test]
    public void More_flow_than_a_worker_can_count_is_one_clear_error_and_not_a_rounded_answer()
    {
        using var host = new NodeWorkerHost(OrToolsHere.Options);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        builder.AddArc(0, 1, (1L << 53) + 1);
        Assert.That(
            () => new OrToolsMaxFlowSolver(host).Solve(builder.Build(), [0], [1], SolveOptions.Default, CancellationToken.None),
            Throws.InstanceOf<SolverFailedException>().With.Message.Contains("9007199254740993"));
    }

    [TestCase(4, "more can still flow", TestName = "A_flow_that_is_not_the_largest_is_refused")]
    [TestCase(9, "is none", TestName = "A_flow_over_capacity_is_refused")]
    public void A_wrong_answer_is_refused(long flow, string message)
    {
        using var host = new LyingHost(flow);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        builder.AddArc(0, 1, 5);
        Assert.That(
            () => new OrToolsMaxFlowSolver(host).Solve(builder.Build(), [0], [1], SolveOptions.Default, CancellationToken.None),
            Throws.InstanceOf<SolverFailedException>().With.Message.Contains(message));
    }
}
