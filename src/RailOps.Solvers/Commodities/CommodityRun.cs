using System.Collections.Immutable;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>One solve of <see cref="CommoditySolver"/>.</summary>
internal sealed class CommodityRun(CommodityProblem problem, AllocationPolicy policy, CommodityOptions options, CommodityPrograms programs)
{
    // A count that a program misses by less than this is reached: the needs are then met within the tolerance of the rounding.
    private const double CountTolerance = 1e-6;

    // Units once found are kept less this, so that the next program has them in spite of its tolerance.
    private const double KeptTolerance = 2e-6;

    private readonly double[] _least = new double[problem.Demands.Length];
    private readonly double[] _found = new double[problem.Demands.Length];

    public CommodityResult Solve()
    {
        var all = programs.Solve(Ask(CommodityGoal.Deliveries));
        if (!IsAllDelivered(all))
        {
            ChooseUnits();
            all = programs.Solve(Ask(CommodityGoal.Deliveries));
        }
        else
        {
            for (var demand = 0; demand < _least.Length; demand++)
                _found[demand] = problem.Demands[demand].UnitCount;
        }

        var deliveries = Deliveries(all);
        var cheapest = programs.Solve(new CommodityQuestion(CommodityGoal.Cost, [.. new double[_least.Length]]) { Deliveries = deliveries });
        var flow = new CommodityRounding(problem, options.Tolerance).Round(cheapest, deliveries, [.. _found.Select(WholeUnits)]);
        var bindings = options.WithBindings ? Bindings(flow.UnitCounts) : [];
        return new CommodityResult(flow, [.. _found], bindings, ProgramTermination.Optimal, programs.Count, programs.Solver, programs.Tolerance);
    }

    private CommodityQuestion Ask(CommodityGoal goal) => new(goal, [.. _least]);

    private bool IsAllDelivered(CommodityAnswer answer) =>
        Enumerable.Range(0, problem.Demands.Length).All(demand => problem.Goods.All(commodity =>
            answer.DeliveryOf(demand, commodity) >= problem.NeedOf(demand, commodity) - (CountTolerance * problem.Scale)));

    private void ChooseUnits()
    {
        switch (policy)
        {
            case AllocationPolicy.Weighted:
                Keep(programs.Solve(Ask(CommodityGoal.Worth) with { IsWhole = true }), Enumerable.Range(0, _least.Length));
                break;
            case AllocationPolicy.Fair:
                FillShares();
                break;
            default:
                foreach (var demand in problem.PriorityOrder.Where(demand => problem.Demands[demand].UnitCount > 0))
                    Keep(programs.Solve(Ask(CommodityGoal.UnitsOfOne) with { Demand = demand, IsWhole = options.WholeByInteger }), [demand]);
                break;
        }
    }

    private void Keep(CommodityAnswer answer, IEnumerable<int> demands)
    {
        foreach (var demand in demands)
        {
            _found[demand] = answer.UnitsOf(demand);
            _least[demand] = double.Max(0, WholeUnits(_found[demand]) - KeptTolerance);
        }
    }

    // The tonnes are fair; whole units are rounded down from them, so they are not kept as least units of what follows but as they were found.
    private void FillShares()
    {
        var open = problem.Demands.Select(demand => demand.UnitCount > 0).ToArray();
        while (open.Contains(value: true))
        {
            var answer = programs.Solve(Ask(CommodityGoal.SmallestShare) with { SharesOpen = [.. open] });
            var share = answer.Objective;
            var held = Enumerable.Range(0, open.Length).Where(demand => open[demand] && (share >= 1 || answer.IsShareBinding(demand))).ToList();
            foreach (var demand in held.Count > 0 ? held : [.. Enumerable.Range(0, open.Length).Where(demand => open[demand])])
            {
                open[demand] = false;
                _found[demand] = share * problem.Demands[demand].UnitCount;
                _least[demand] = double.Max(0, _found[demand] * (1 - CountTolerance));
            }
        }
    }

    private ImmutableArray<ImmutableArray<long>> Deliveries(CommodityAnswer answer) =>
    [
        .. Enumerable.Range(0, problem.Demands.Length).Select(demand => Enumerable.Range(0, problem.CommodityCount)
            .Select(commodity => Wanted(answer.DeliveryOf(demand, commodity), demand, commodity)).ToImmutableArray()),
    ];

    // What the kept units need in whole numbers, since the program keeps a hair less; no more than all that is needed.
    private long Wanted(double found, int demand, int commodity)
    {
        var kept = WholeUnits(_least[demand] + KeptTolerance) * problem.Demands[demand].UnitDemands[commodity];
        return long.Min(problem.NeedOf(demand, commodity), long.Max(kept, (long)double.Floor(found + (CountTolerance * problem.Scale))));
    }

    private static long WholeUnits(double units) => (long)double.Floor(units + CountTolerance);

    private ImmutableArray<CommodityBinding> Bindings(ImmutableArray<long> counts)
    {
        var search = new CommodityBindingSearch(problem, policy, programs, KeptTolerance);
        return [.. problem.PriorityOrder.Where(demand => counts[demand] < problem.Demands[demand].UnitCount).Select(demand => search.Find(demand, counts))];
    }
}
