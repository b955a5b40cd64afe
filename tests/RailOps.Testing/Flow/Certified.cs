using NUnit.Framework;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Testing.Flow;

/// <summary>Solves and lets the checker look at every answer before a test sees it.</summary>
public static class Certified
{
    /// <summary>Dinic's answer, its certificate accepted.</summary>
    public static MaxFlowResult MaxFlow(FlowGraph graph, int source, int sink) => MaxFlow(graph, [source], [sink]);

    /// <summary>Dinic's answer, its certificate accepted.</summary>
    public static MaxFlowResult MaxFlow(FlowGraph graph, int[] sources, int[] sinks) =>
        MaxFlow(new DinicMaxFlowSolver(), graph, sources, sinks);

    /// <summary>The answer of a solver, its certificate accepted.</summary>
    public static MaxFlowResult MaxFlow(IMaxFlowSolver solver, FlowGraph graph, int[] sources, int[] sinks)
    {
        var result = solver.Solve(graph, sources, sinks, SolveOptions.Default, CancellationToken.None);
        RequireProof(graph, sources, sinks, result);
        return result;
    }

    /// <summary>Fails the test unless the checker accepts a finished answer as proven.</summary>
    public static void RequireProof(FlowGraph graph, int[] sources, int[] sinks, MaxFlowResult result)
    {
        var report = MaxFlowChecker.Check(graph, sources, sinks, result);
        Assert.That(report.IsAccepted, Is.True, report.Problem);
        Assert.That(report.Proof, Is.EqualTo(ProofKind.Certified));
    }

    /// <summary>The solver's allocation, proved optimal and accepted by the checker.</summary>
    public static AllocationResult Allocate(AllocationProblem problem, AllocationPolicy policy)
    {
        var result = AllocationSolver.Solve(problem, policy, SolveOptions.Default, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal));
        var report = AllocationChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, report.Problem);
        Assert.That(report.Proof, Is.EqualTo(ProofKind.Certified).Or.EqualTo(policy == AllocationPolicy.Weighted ? ProofKind.BySearch : ProofKind.Certified));
        return result;
    }

    /// <summary>Augments a session and checks flow and both cuts against a graph with the session's present capacities.</summary>
    public static long Augment(MaxFlowSession session, int source, int sink)
    {
        var value = session.Augment(CancellationToken.None);
        var present = WithPresentCapacities(session);
        if (session.IsUnbounded)
            return value;
        foreach (var cut in new[] { session.MinimalSourceCut(), session.MinimalSinkCut() })
        {
            var flow = Enumerable.Range(0, present.ArcCount).Select(session.NetFlow);
            var result = MaxFlowResult.Optimal(present, [.. flow], cut, session.CutIsUnique, SolveStatistics.None);
            RequireProof(present, [source], [sink], result);
        }

        return value;
    }

    /// <summary>The session's graph with the capacities it has now.</summary>
    public static FlowGraph WithPresentCapacities(MaxFlowSession session)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(session.Graph.NodeCount);
        for (var arc = 0; arc < session.Graph.ArcCount; arc++)
        {
            var (tail, head) = (session.Graph.Tail(arc), session.Graph.Head(arc));
            if (session.Graph.IsDirected(arc))
                builder.AddArc(tail, head, session.CapacityOf(arc));
            else
                builder.AddEdge(tail, head, session.CapacityOf(arc));
        }

        for (var node = 0; node < session.Graph.NodeCount; node++)
        {
            if (session.Graph.IsNodeLimitable(node))
                builder.SetNodeCapacity(node, session.NodeCapacityOf(node));
        }

        return builder.Build();
    }
}
