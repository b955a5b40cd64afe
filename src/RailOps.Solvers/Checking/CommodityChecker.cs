using RailOps.Solvers.Commodities;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Checks whole flows of several commodities: nothing negative, joint capacities, sources, conservation, what is burnt, stocks, needs of the units counted.
/// Whole numbers only; shares nothing with what made the flows. That no better flow exists is not checked: accepts with <see cref="ProofKind.None"/>.
/// O(commodities x (nodes + arcs)).
/// </summary>
public static class CommodityChecker
{
    /// <summary>Checks a flow.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="flow">The flow.</param>
    /// <returns>Accepted, or the first fault.</returns>
    public static CheckReport Check(CommodityProblem problem, CommodityFlow flow)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(flow);
        var fault = ShapeFault(problem, flow) ?? ArcFault(problem, flow) ?? SourceFault(problem, flow)
            ?? NodeFault(problem, flow) ?? StockFault(problem, flow) ?? NeedFault(problem, flow);
        return fault is null ? CheckReport.Accepted(ProofKind.None) : CheckReport.Refused(fault);
    }

    private static string? ShapeFault(CommodityProblem problem, CommodityFlow flow)
    {
        var isWhole = flow.ArcFlows.Length == problem.CommodityCount && flow.ArcFlows.All(of => of.Length == problem.Arcs.Length)
            && flow.SupplyFlows.Length == problem.CommodityCount && flow.SupplyFlows.All(of => of.Length == problem.Sources.Length)
            && flow.Deliveries.Length == problem.Demands.Length && flow.Deliveries.All(of => of.Length == problem.CommodityCount)
            && flow.UnitCounts.Length == problem.Demands.Length;
        if (!isWhole)
            return "There should be a number for each commodity and arc, source and demander, but there is not.";
        var all = flow.ArcFlows.Concat(flow.SupplyFlows).Concat(flow.Deliveries).SelectMany(of => of).Concat(flow.UnitCounts);
        return all.Any(number => number < 0) ? "No flow and no count should be below 0, but one is." : null;
    }

    private static string? ArcFault(CommodityProblem problem, CommodityFlow flow)
    {
        for (var arc = 0; arc < problem.Arcs.Length; arc++)
        {
            var it = problem.Arcs[arc];
            var goods = Sum(Enumerable.Range(0, problem.CommodityCount).Where(commodity => commodity != problem.BurntCommodity).Select(commodity => flow.ArcFlows[commodity][arc]));
            var all = Sum(flow.ArcFlows.Select(of => of[arc]));
            if (Exceeds(goods, it.Capacity) || Exceeds(all, it.TotalCapacity))
                return $"Arc {arc} should carry at most {it.Capacity} flow units, {it.TotalCapacity} with what is burnt, but carries {goods} and {all}.";
        }

        return null;
    }

    private static string? SourceFault(CommodityProblem problem, CommodityFlow flow)
    {
        for (var source = 0; source < problem.Sources.Length; source++)
        {
            var it = problem.Sources[source];
            var all = Sum(flow.SupplyFlows.Select(of => of[source]));
            if (Exceeds(all, it.Capacity))
                return $"Source {source} should give at most {it.Capacity} flow units, but gives {all}.";
            for (var commodity = 0; commodity < problem.CommodityCount; commodity++)
            {
                if (flow.SupplyFlows[commodity][source] > 0 && !it.Commodities.Contains(commodity))
                    return $"Source {source} should not give commodity {commodity}, but does.";
            }
        }

        return null;
    }

    private static string? NodeFault(CommodityProblem problem, CommodityFlow flow)
    {
        var burnt = BurntParts(problem, flow);
        for (var commodity = 0; commodity < problem.CommodityCount; commodity++)
        {
            var left = new Int128[problem.NodeCount];
            for (var arc = 0; arc < problem.Arcs.Length; arc++)
            {
                left[problem.Arcs[arc].Tail] -= flow.ArcFlows[commodity][arc];
                left[problem.Arcs[arc].Head] += flow.ArcFlows[commodity][arc];
            }

            for (var source = 0; source < problem.Sources.Length; source++)
                left[problem.Sources[source].Node] += flow.SupplyFlows[commodity][source];
            for (var demand = 0; demand < problem.Demands.Length; demand++)
                left[problem.Demands[demand].Node] -= flow.Deliveries[demand][commodity];
            for (var node = 0; node < problem.NodeCount; node++)
            {
                if (commodity != problem.BurntCommodity && left[node] != 0)
                    return $"Commodity {commodity} should balance at node {node}, but {left[node]} flow units are left over.";
                if (commodity == problem.BurntCommodity && ((left[node] + flow.Tolerance) * 2 * CommodityProblem.Parts < burnt[node] || left[node] < 0))
                    return $"Node {node} should get what is burnt there ({(double)burnt[node] / 2 / CommodityProblem.Parts:R} flow units, {flow.Tolerance} may be missed), but gets {left[node]}.";
            }
        }

        return null;
    }

    /// <summary>What is burnt at each node, in half parts.</summary>
    private static Int128[] BurntParts(CommodityProblem problem, CommodityFlow flow)
    {
        var burnt = new Int128[problem.NodeCount];
        if (problem.BurntCommodity < 0)
            return burnt;
        for (var arc = 0; arc < problem.Arcs.Length; arc++)
        {
            var parts = Sum(flow.ArcFlows.Select(of => of[arc])) * problem.Arcs[arc].BurntParts;
            burnt[problem.Arcs[arc].Tail] += parts;
            burnt[problem.Arcs[arc].Head] += parts;
        }

        return burnt;
    }

    private static string? StockFault(CommodityProblem problem, CommodityFlow flow)
    {
        for (var stock = 0; stock < problem.Stocks.Length; stock++)
        {
            var taken = (Int128)0;
            foreach (var of in flow.ArcFlows)
                taken += Sum(of.Select((units, arc) => (Int128)units * problem.Arcs[arc].StockParts[stock]));
            foreach (var of in flow.SupplyFlows)
                taken += Sum(of.Select((units, source) => (Int128)units * problem.Sources[source].StockParts[stock]));
            if (problem.Stocks[stock] != FlowGraph.Unlimited && taken > (Int128)problem.Stocks[stock] * CommodityProblem.Parts)
                return $"Stock {stock} should be {problem.Stocks[stock]} at most, but {(double)taken / CommodityProblem.Parts:R} are taken.";
        }

        return null;
    }

    private static string? NeedFault(CommodityProblem problem, CommodityFlow flow)
    {
        for (var demand = 0; demand < problem.Demands.Length; demand++)
        {
            var it = problem.Demands[demand];
            if (flow.UnitCounts[demand] > it.UnitCount)
                return $"Demander {demand} should count {it.UnitCount} units at most, but counts {flow.UnitCounts[demand]}.";
            for (var commodity = 0; commodity < problem.CommodityCount; commodity++)
            {
                var (got, unit) = ((Int128)flow.Deliveries[demand][commodity], (Int128)it.UnitDemands[commodity]);
                if (got + flow.Tolerance < flow.UnitCounts[demand] * unit || got > it.UnitCount * unit)
                    return $"Demander {demand} should get {flow.UnitCounts[demand] * unit} to {it.UnitCount * unit} flow units of commodity {commodity} ({flow.Tolerance} may be missed), but gets {got}.";
            }
        }

        return null;
    }

    private static bool Exceeds(Int128 sum, long capacity) => capacity != FlowGraph.Unlimited && sum > capacity;

    private static Int128 Sum(IEnumerable<long> numbers) => Sum(numbers.Select(number => (Int128)number));

    private static Int128 Sum(IEnumerable<Int128> numbers) => numbers.Aggregate((Int128)0, (sum, number) => sum + number);
}
