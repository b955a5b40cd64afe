using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// What node potentials prove about every flow that does what was asked: with reduced costs r = c + p(tail) - p(head) its cost is the sum of
/// r x over the arcs less the sum of p b over the nodes, and r x is at least r u where r is below 0, and 0 elsewhere.
/// </summary>
internal static class SimplexBound
{
    /// <summary>The better of two bounds, by these potentials and by none at all; null if neither is finite.</summary>
    public static (Int128? Bound, long[] Potentials) Best(MinCostFlowData data, SimplexNet net, long[] potentials)
    {
        var none = new long[potentials.Length];
        var (by, without) = (Of(data, net, potentials), Of(data, net, none));
        return by is null || without > by ? (without, none) : (by, potentials);
    }

    private static Int128? Of(MinCostFlowData data, SimplexNet net, long[] potentials)
    {
        Int128 bound = 0;
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            var reducedCost = net.Arcs[arc].Cost + potentials[net.Arcs[arc].Tail] - potentials[net.Arcs[arc].Head];
            if (reducedCost >= 0)
                continue;
            if (net.Capacity[arc] == FlowGraph.Unlimited)
                return null;
            bound += (Int128)reducedCost * net.Capacity[arc];
        }

        for (var node = 0; node < net.NodeCount; node++)
            bound -= (Int128)potentials[node] * net.Supply[node];
        for (var arc = 0; arc < data.LowerBound.Length; arc++)
            bound += (Int128)data.Cost[arc] * data.LowerBound[arc];
        return bound;
    }
}
