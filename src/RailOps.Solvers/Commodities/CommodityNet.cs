using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Commodities;

/// <summary>One commodity within capacities of its own: a maximum flow in whole units.</summary>
internal sealed class CommodityNet(CommodityProblem problem, int commodity, long[] room, long[] supply)
{
    public (ImmutableArray<long> ArcFlows, ImmutableArray<long> SupplyFlows, ImmutableArray<long> Drawn) Solve(IReadOnlyList<(int Node, long Units)> asked)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(problem.NodeCount + 2);
        var (source, sink) = (problem.NodeCount, problem.NodeCount + 1);
        var arcs = problem.Arcs.Select((arc, index) => room[index] > 0 ? builder.AddArc(arc.Tail, arc.Head, room[index]) : -1).ToArray();
        var supplies = problem.Sources.Select((from, index) => supply[index] > 0 && from.Commodities.Contains(commodity) ? builder.AddArc(source, from.Node, supply[index]) : -1).ToArray();
        var drawn = asked.Select(need => need.Units > 0 ? builder.AddArc(need.Node, sink, need.Units) : -1).ToArray();
        var session = new MaxFlowSession(builder.Build(), source, sink);
        session.Augment(CancellationToken.None);
        ImmutableArray<long> Read(int[] ids) => [.. ids.Select(id => id < 0 ? 0 : session.NetFlow(id))];
        return (Read(arcs), Read(supplies), Read(drawn));
    }
}
