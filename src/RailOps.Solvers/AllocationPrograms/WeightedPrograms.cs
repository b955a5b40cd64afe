using RailOps.Solvers.Allocation;

namespace RailOps.Solvers.AllocationPrograms;

/// <summary>
/// One linear program per demander for what it could get alone, which bounds its units; one mixed-integer program for the largest worth; then one
/// per demander that could still have more, in order of priority, for the most units at that worth.
/// </summary>
internal sealed class WeightedPrograms(AllocationNetwork network, ProgramRun run)
{
    private readonly long[] _least = new long[network.DemandCount];
    private readonly long[] _most = [.. network.Problem.Demands.Select(demand => demand.UnitCount)];

    public AllocationResult Solve()
    {
        if (!BoundUnits())
            return WholeFlow.Stopped(network, AllocationPolicy.Weighted, new long[network.DemandCount], run.StopReason);
        if (Best(demand => network.Problem.Demands[demand].Weight, leastWorth: 0, out var bound) is not { } units)
            return WholeFlow.Stopped(network, AllocationPolicy.Weighted, new long[network.DemandCount], run.StopReason);
        var worth = WorthOf(units);
        foreach (var demand in network.PriorityOrder)
        {
            if (units[demand] < _most[demand])
            {
                if (Best(index => index == demand ? 1 : 0, worth, out _) is not { } better)
                    return WholeFlow.Stopped(network, AllocationPolicy.Weighted, units, run.StopReason);
                units = better;
            }

            _least[demand] = _most[demand] = units[demand];
        }

        return WholeFlow.Deliver(network, AllocationPolicy.Weighted, units, WholeFlow.FlowOf(network, units), long.Max(bound, WorthOf(units)));
    }

    /// <summary>False if stopped.</summary>
    private bool BoundUnits()
    {
        for (var demand = 0; demand < _most.Length; demand++)
        {
            if (_most[demand] == 0)
                continue;
            var program = new DeliveryProgram(network.Problem, index => index == demand ? 1 : 0, _ => 0);
            if (run.Solve(program.Builder.Build()) is not { } solved)
                return false;
            var most = solved.Values[program.Delivered[demand]];
            var flow = (most + solved.Tolerance.OfObjective(most)) * program.FlowUnitsPerAmount;
            _most[demand] = long.Min(_most[demand], (long)double.Floor(flow / network.Problem.Demands[demand].UnitDemand));
        }

        return true;
    }

    private long WorthOf(long[] units) => units.Select((count, demand) => checked(count * network.Problem.Demands[demand].Weight)).Sum();

    /// <summary>Whole units with the best objective whose worth is not less; null if stopped. The bound is rounded down, past the tolerance.</summary>
    private long[]? Best(Func<int, double> objective, long leastWorth, out long bound)
    {
        var demands = network.Problem.Demands;
        var program = new DeliveryProgram(network.Problem, _ => 0, _ => 0);
        var units = demands.Select((_, index) => program.Builder.AddVariable(_least[index], _most[index], objective(index), isInteger: true)).ToArray();
        for (var demand = 0; demand < demands.Length; demand++)
            program.Builder.AddRow(0, double.PositiveInfinity, (program.Delivered[demand], 1), (units[demand], -demands[demand].UnitDemand / program.FlowUnitsPerAmount));
        if (leastWorth > 0)
            program.Builder.AddRow(leastWorth, double.PositiveInfinity, [.. units.Select((unit, index) => (unit, (double)demands[index].Weight))]);
        bound = 0;
        if (run.Solve(program.Builder.Build()) is not { } solved)
            return null;
        bound = (long)double.Floor(solved.BestBound is { } stated ? stated + solved.Tolerance.OfObjective(stated) : solved.Objective!.Value);
        return [.. units.Select(unit => (long)double.Round(solved.Values[unit]))];
    }
}
