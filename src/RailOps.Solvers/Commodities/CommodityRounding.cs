using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Commodities;

/// <summary>
/// Makes whole flows of a program's answer. On each arc and from each source every commodity gets its flow rounded up while the joint capacity has room,
/// else down; within these capacities of its own each commodity then is a maximum flow in whole units, found by our own solver. What is burnt follows from what
/// really passes. Misses are a few units: a cut loses less than one unit for each of its arcs.
/// </summary>
internal sealed class CommodityRounding(CommodityProblem problem, long tolerance)
{
    // A flow that the program states this close to a whole number of units is that number.
    private const double Nothing = 1e-4;

    public CommodityFlow Round(CommodityAnswer answer, ImmutableArray<ImmutableArray<long>> wanted, ImmutableArray<long> mostUnits)
    {
        var room = new long[problem.CommodityCount][];
        var supply = new long[problem.CommodityCount][];
        for (var commodity = 0; commodity < problem.CommodityCount; commodity++)
            (room[commodity], supply[commodity]) = (new long[problem.Arcs.Length], new long[problem.Sources.Length]);
        for (var arc = 0; arc < problem.Arcs.Length; arc++)
            ShareArc(room, arc, commodity => answer.FlowOf(commodity, arc));
        for (var source = 0; source < problem.Sources.Length; source++)
            Share(supply, source, [.. problem.Sources[source].Commodities], problem.Sources[source].Capacity, commodity => answer.SupplyOf(commodity, source));
        return Flow(room, supply, wanted, mostUnits);
    }

    private void ShareArc(long[][] room, int arc, Func<int, double> flowOf)
    {
        var it = problem.Arcs[arc];
        Share(room, arc, [.. problem.Goods], it.Capacity, flowOf);
        if (problem.BurntCommodity < 0)
            return;
        var taken = problem.Goods.Sum(commodity => room[commodity][arc]);
        var left = it.TotalCapacity == FlowGraph.Unlimited ? FlowGraph.Unlimited : it.TotalCapacity - taken;
        Share(room, arc, [problem.BurntCommodity], left, flowOf);
    }

    /// <summary>Rounded down first; then one unit more for each that is not whole, largest rest first, while there is room.</summary>
    private static void Share(long[][] amounts, int place, int[] commodities, long capacity, Func<int, double> flowOf)
    {
        var left = capacity;
        var rests = new List<(int Commodity, double Over)>();
        foreach (var commodity in commodities)
        {
            var flow = flowOf(commodity);
            amounts[commodity][place] = long.Min(left, (long)double.Floor(flow + Nothing));
            left -= capacity == FlowGraph.Unlimited ? 0 : amounts[commodity][place];
            rests.Add((commodity, flow - amounts[commodity][place]));
        }

        foreach (var (commodity, _) in rests.Where(of => of.Over > Nothing).OrderByDescending(of => of.Over).TakeWhile(_ => left > 0))
        {
            amounts[commodity][place]++;
            left -= capacity == FlowGraph.Unlimited ? 0 : 1;
        }
    }

    private CommodityFlow Flow(long[][] room, long[][] supply, ImmutableArray<ImmutableArray<long>> wanted, ImmutableArray<long> mostUnits)
    {
        var arcFlows = new ImmutableArray<long>[problem.CommodityCount];
        var supplyFlows = new ImmutableArray<long>[problem.CommodityCount];
        var delivered = new long[problem.Demands.Length, problem.CommodityCount];
        foreach (var commodity in problem.Goods)
        {
            var net = new CommodityNet(problem, commodity, room[commodity], supply[commodity]);
            var asked = wanted.Select((of, demand) => (problem.Demands[demand].Node, of[commodity])).ToList();
            var found = net.Solve(asked);
            (arcFlows[commodity], supplyFlows[commodity]) = (found.ArcFlows, found.SupplyFlows);
            for (var demand = 0; demand < asked.Count; demand++)
                delivered[demand, commodity] = found.Drawn[demand];
        }

        var missBurnt = problem.BurntCommodity < 0 ? 0 : Burn(room, supply, arcFlows, supplyFlows);
        return Count(arcFlows, supplyFlows, delivered, mostUnits, missBurnt);
    }

    /// <summary>Brings each node what is burnt there; returns the largest miss.</summary>
    private long Burn(long[][] room, long[][] supply, ImmutableArray<long>[] arcFlows, ImmutableArray<long>[] supplyFlows)
    {
        var burnt = problem.BurntCommodity;
        var parts = new Int128[problem.NodeCount];
        for (var arc = 0; arc < problem.Arcs.Length; arc++)
        {
            var passing = problem.Goods.Sum(commodity => arcFlows[commodity][arc]) + room[burnt][arc];
            parts[problem.Arcs[arc].Tail] += (Int128)passing * problem.Arcs[arc].BurntParts;
            parts[problem.Arcs[arc].Head] += (Int128)passing * problem.Arcs[arc].BurntParts;
        }

        const long twice = 2 * CommodityProblem.Parts;
        var asked = parts.Select((sum, node) => (Node: node, Units: (long)((sum + twice - 1) / twice))).Where(need => need.Units > 0).ToList();
        var found = new CommodityNet(problem, burnt, room[burnt], supply[burnt]).Solve(asked);
        (arcFlows[burnt], supplyFlows[burnt]) = (found.ArcFlows, found.SupplyFlows);
        return Enumerable.Range(0, asked.Count).Select(need => asked[need].Units - found.Drawn[need]).DefaultIfEmpty(0).Max();
    }

    private CommodityFlow Count(ImmutableArray<long>[] arcFlows, ImmutableArray<long>[] supplyFlows, long[,] delivered, ImmutableArray<long> mostUnits, long missBurnt)
    {
        var (counts, miss) = (new long[problem.Demands.Length], missBurnt);
        for (var demand = 0; demand < counts.Length; demand++)
        {
            var it = problem.Demands[demand];
            var needed = problem.Goods.Where(commodity => it.UnitDemands[commodity] > 0).ToList();
            counts[demand] = needed.Select(commodity => (delivered[demand, commodity] + tolerance) / it.UnitDemands[commodity]).Append(mostUnits[demand]).Min();
            miss = needed.Select(commodity => (counts[demand] * it.UnitDemands[commodity]) - delivered[demand, commodity]).Append(miss).Max();
        }

        var deliveries = Enumerable.Range(0, counts.Length)
            .Select(demand => Enumerable.Range(0, problem.CommodityCount).Select(commodity => delivered[demand, commodity]).ToImmutableArray());
        return new CommodityFlow([.. arcFlows], [.. supplyFlows], [.. deliveries], [.. counts], tolerance) { LargestMiss = miss };
    }
}
