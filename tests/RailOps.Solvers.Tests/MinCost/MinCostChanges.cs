using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;

namespace RailOps.Solvers.Tests.MinCost;

/// <summary>Random changes of a session, each allowed.</summary>
internal static class MinCostChanges
{
    public static void Make(MinCostFlowSession session, Random random)
    {
        var problem = session.ToProblem();
        for (var change = random.Next(4); change >= 0; change--)
        {
            switch (random.Next(4))
            {
                case 0:
                    ChangeCapacity(session, problem, random);
                    break;
                case 1:
                    var arc = random.Next(problem.Graph.ArcCount);
                    session.SetCost(arc, problem.Graph.IsDirected(arc) ? random.Next(-4, 12) : random.Next(10));
                    break;
                case 2:
                    ChangeSupply(session, problem, random);
                    break;
                default:
                    ChangeNode(session, problem, random);
                    break;
            }
        }
    }

    private static void ChangeCapacity(MinCostFlowSession session, MinCostFlowProblem problem, Random random)
    {
        var arc = random.Next(problem.Graph.ArcCount);
        session.SetCapacity(arc, random.Next(8) == 0 ? FlowGraph.Unlimited : problem.LowerBounds[arc] + random.Next(8));
    }

    private static void ChangeSupply(MinCostFlowSession session, MinCostFlowProblem problem, Random random)
    {
        if (problem.Goal == MinCostFlowGoal.Amount)
            session.SetAmount(random.Next(9));
        if (problem.Goal != MinCostFlowGoal.Balance)
            return;
        var supplies = RailOps.Testing.Flow.RandomCostFlow.Supplies(random, problem.Graph.NodeCount, 4);
        for (var node = 0; node < supplies.Length; node++)
            session.SetSupply(node, supplies[node]);
    }

    private static void ChangeNode(MinCostFlowSession session, MinCostFlowProblem problem, Random random)
    {
        var node = random.Next(problem.Graph.NodeCount);
        if (problem.Graph.IsNodeLimitable(node))
            session.SetNodeCapacity(node, random.Next(4) == 0 ? FlowGraph.Unlimited : random.Next(12));
    }
}
