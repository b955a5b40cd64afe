using RailOps.Solvers.Allocation;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.AllocationPrograms;

/// <summary>
/// Max-min shares, level by level: the largest share that all not yet fixed can have together, then for each of them whether it alone could
/// have more; those that cannot are fixed.
/// </summary>
internal sealed class FairPrograms(AllocationNetwork network, ProgramRun run)
{
    // Shares are compared and rounded with this slack, as a share of the need; solvers are asked for 1e-7 less than they said before, which they would else call out of reach.
    private const double Slack = 1e-6;
    private const double Backward = 1 - 1e-7;

    private readonly double[] _share = new double[network.DemandCount];
    private readonly List<int> _active = [.. Enumerable.Range(0, network.DemandCount).Where(demand => network.Needs[demand] > 0)];

    public AllocationResult Solve()
    {
        while (_active.Count > 0)
        {
            if (CommonShare() is not { } share)
                return WholeFlow.Stopped(network, AllocationPolicy.Fair, new long[network.DemandCount], run.StopReason);
            foreach (var demand in _active)
                _share[demand] = share;
            if (share >= 1 - Slack)
                break;
            if (Held(share) is not { } held)
                return WholeFlow.Stopped(network, AllocationPolicy.Fair, new long[network.DemandCount], run.StopReason);
            if (held.Count == 0)
                throw new SolverFailedException($"The solver of programs calls {share:R} the largest common share, but each demander alone can have more.");
            _active.RemoveAll(held.Contains);
        }

        return Finish();
    }

    private double? CommonShare()
    {
        var program = new DeliveryProgram(network.Problem, _ => 0, Least);
        var share = program.Builder.AddVariable(0, 1, objective: 1);
        foreach (var demand in _active)
            program.Builder.AddRow(0, 0, (program.Delivered[demand], 1), (share, -network.Needs[demand] / program.FlowUnitsPerAmount));
        return run.Solve(program.Builder.Build())?.Values[share];

        double Least(int demand) => _active.Contains(demand) ? 0 : network.Needs[demand] * _share[demand] * Backward;
    }

    /// <summary>Those of the active who cannot have more than the common share; null if stopped.</summary>
    private List<int>? Held(double share)
    {
        var held = new List<int>();
        foreach (var demand in _active)
        {
            var program = new DeliveryProgram(network.Problem, index => index == demand ? 1 : 0, index => network.Needs[index] * _share[index] * Backward);
            if (run.Solve(program.Builder.Build()) is not { } solved)
                return null;
            if (solved.Values[program.Delivered[demand]] * program.FlowUnitsPerAmount <= network.Needs[demand] * (share + Slack))
                held.Add(demand);
        }

        return held;
    }

    private AllocationResult Finish()
    {
        long[] units = [.. Enumerable.Range(0, network.DemandCount).Select(WholeUnits)];
        var whole = WholeFlow.FlowOf(network, units);
        long[] shares = [.. whole.Select((flow, demand) => long.Max(flow, CertainFlow(demand)))];
        return WholeFlow.Deliver(network, AllocationPolicy.Fair, units, WholeFlow.Fits(network, shares) ? shares : whole, bound: null);
    }

    // Just below a whole number the share may mean that number: then the whole flow decides, all of the same share having as much.
    private long WholeUnits(int demand)
    {
        var count = network.Problem.Demands[demand].UnitCount;
        var exact = _share[demand] * count;
        var nearest = (long)double.Round(exact);
        if (double.Abs(exact - nearest) > Slack * count)
            return (long)double.Floor(exact);
        return nearest == 0 || WholeFlow.Fits(network, [.. Enumerable.Range(0, network.DemandCount).Select(AtNearest)]) ? nearest : nearest - 1;

        long AtNearest(int other) => double.Abs(_share[other] - _share[demand]) <= Slack
            ? (long)((Int128)network.Needs[other] * nearest / count)
            : _share[other] < _share[demand] ? CertainFlow(other) : 0;
    }

    private long CertainFlow(int demand) => (long)double.Floor(network.Needs[demand] * double.Max(0, _share[demand] - Slack));
}
