using System.Collections.Immutable;
using RailOps.Solvers.Allocation;

namespace RailOps.Solvers.Commodities;

/// <summary>
/// Finds what holds back a demander: the most units it could have beside what the policy keeps for others, with one thing after another not limiting.
/// A commodity whose need has no dual value in the first program cannot raise it (the same dual values prove the same bound without it), so it is not tried.
/// </summary>
internal sealed class CommodityBindingSearch(CommodityProblem problem, AllocationPolicy policy, CommodityPrograms programs, double keptTolerance)
{
    private const double CountTolerance = 1e-6;

    public CommodityBinding Find(int demand, ImmutableArray<long> counts)
    {
        var question = new CommodityQuestion(CommodityGoal.UnitsOfOne, [.. Enumerable.Range(0, counts.Length).Select(other => Kept(other, demand, counts))]) { Demand = demand };
        var answer = programs.Solve(question);
        long GainOf(CommodityAnswer easier) => long.Max(0, (long)double.Floor(easier.UnitsOf(demand) + CountTolerance) - counts[demand]);
        long Gain(CommodityQuestion relaxed) => GainOf(programs.Solve(relaxed));
        var needs = Enumerable.Range(0, problem.CommodityCount)
            .Select(commodity => answer.IsNeedBinding(demand, commodity) ? Gain(question with { WaivedCommodity = commodity }) : 0).ToImmutableArray();
        var sources = needs.Select((gain, commodity) => gain > 0 ? GainOf(programs.SolveWithFreeSources(commodity, question)) : 0).ToImmutableArray();
        var burning = problem.BurntCommodity >= 0 ? Gain(question with { IsBurningWaived = true }) : 0;
        var stocks = Enumerable.Range(0, problem.Stocks.Length)
            .Select(stock => answer.IsStockBinding(stock) ? Gain(question with { WaivedStock = stock }) : 0).ToImmutableArray();
        return new CommodityBinding(demand, needs, sources, burning, stocks);
    }

    // Under the priority policy those that come later keep nothing from it.
    private double Kept(int other, int demand, ImmutableArray<long> counts)
    {
        var order = problem.PriorityOrder;
        var isLater = policy == AllocationPolicy.Priority && order.IndexOf(other) >= order.IndexOf(demand);
        return other == demand || isLater ? 0 : double.Max(0, counts[other] - keptTolerance);
    }
}
