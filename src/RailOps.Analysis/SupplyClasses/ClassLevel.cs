using RailOps.Model.Units;
using RailOps.Solvers.Commodities;
using RailOps.Solvers.Graphs;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>The question solved at one level.</summary>
internal sealed record ClassLevel(EstimateLevel Level, ClassProblem Classes, CommodityResult Result, CommodityFlow Flow)
{
    public CommodityProblem Problem => Classes.Problem;

    /// <summary>Delivered to a front, all classes together (kg/day).</summary>
    public long DeliveredTo(int front) => Flow.Deliveries[front].Sum();

    /// <summary>All of a stock that the flows take, rounded up.</summary>
    public long Taken(int stock)
    {
        var parts = (Int128)0;
        for (var commodity = 0; commodity < Problem.CommodityCount; commodity++)
        {
            for (var arc = 0; arc < Problem.Arcs.Length; arc++)
                parts += (Int128)Flow.ArcFlows[commodity][arc] * Problem.Arcs[arc].StockParts[stock];
            for (var source = 0; source < Problem.Sources.Length; source++)
                parts += (Int128)Flow.SupplyFlows[commodity][source] * Problem.Sources[source].StockParts[stock];
        }

        return (long)((parts + CommodityProblem.Parts - 1) / CommodityProblem.Parts);
    }

    /// <summary>Coal burnt, rounded up (kg/day).</summary>
    public long Burnt()
    {
        var parts = (Int128)0;
        for (var arc = 0; arc < Problem.Arcs.Length; arc++)
            parts += (Int128)AllOn(arc) * Problem.Arcs[arc].BurntParts;
        return (long)((parts + CommodityProblem.Parts - 1) / CommodityProblem.Parts);
    }

    /// <summary>All commodities on an arc of the problem (kg/day).</summary>
    public long AllOn(int arc) => Flow.ArcFlows.Sum(of => of[arc]);

    /// <summary>Whether the number of a stock is known.</summary>
    public bool IsStockKnown(int stock) => Problem.Stocks[stock] != FlowGraph.Unlimited;
}
