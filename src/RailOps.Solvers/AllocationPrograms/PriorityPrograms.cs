using RailOps.Solvers.Allocation;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.AllocationPrograms;

/// <summary>One linear program per demander in order of priority, those before it held at their whole units.</summary>
internal sealed class PriorityPrograms(AllocationNetwork network, ProgramRun run)
{
    private readonly long[] _units = new long[network.DemandCount];

    public AllocationResult Solve()
    {
        foreach (var demand in network.PriorityOrder.Where(demand => network.Needs[demand] > 0))
        {
            var held = WholeFlow.FlowOf(network, _units);
            var program = new DeliveryProgram(network.Problem, index => index == demand ? 1 : 0, index => held[index]);
            if (run.Solve(program.Builder.Build()) is not { } solved)
                return WholeFlow.Stopped(network, AllocationPolicy.Priority, _units, run.StopReason);
            Take(demand, solved.Values[program.Delivered[demand]] * program.FlowUnitsPerAmount, program.FlowUnitsPerAmount, solved);
        }

        return WholeFlow.Deliver(network, AllocationPolicy.Priority, _units, WholeFlow.FlowOf(network, _units), bound: null);
    }

    // Just below a whole number the program may mean that number: then the whole flow decides.
    private void Take(int demand, double most, double flowUnitsPerAmount, LinearProgramResult solved)
    {
        var unit = network.Problem.Demands[demand].UnitDemand;
        var slack = solved.Tolerance.OfObjective(most / flowUnitsPerAmount) * flowUnitsPerAmount;
        var (low, high) = ((long)double.Floor((most - slack) / unit), (long)double.Floor((most + slack) / unit));
        _units[demand] = long.Clamp(high, 0, network.Problem.Demands[demand].UnitCount);
        if (low < high && !WholeFlow.Fits(network, WholeFlow.FlowOf(network, _units)))
            _units[demand] = long.Max(0, low);
    }
}
