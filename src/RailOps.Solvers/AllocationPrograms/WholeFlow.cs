using System.Collections.Immutable;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.AllocationPrograms;

/// <summary>Whole units that a program chose, delivered in whole numbers by our own flow.</summary>
internal static class WholeFlow
{
    /// <summary>True if the net carries these flow units per demander at the same time. Leaves them as limits.</summary>
    public static bool Fits(AllocationNetwork network, IReadOnlyList<long> flowUnits)
    {
        for (var demand = 0; demand < network.DemandCount; demand++)
            network.SetLimit(demand, flowUnits[demand]);
        return network.Augment() && network.Session.Value == flowUnits.Sum();
    }

    /// <summary>Flow units of whole units.</summary>
    public static long[] FlowOf(AllocationNetwork network, IReadOnlyList<long> units) =>
        [.. units.Select((count, demand) => checked(count * network.Problem.Demands[demand].UnitDemand))];

    /// <summary>The answer: these flow units are delivered, then what lacks of the needs as far as it fits.</summary>
    /// <exception cref="SolverFailedException">The net does not carry them.</exception>
    public static AllocationResult Deliver(AllocationNetwork network, AllocationPolicy policy, long[] units, IReadOnlyList<long> flowUnits, long? bound)
    {
        ImmutableArray<long> counts = [.. units];
        var fits = Fits(network, flowUnits);
        if (fits && network.TopUp())
            return AllocationResult.WithinTolerance(policy, Allotment.Read(network, counts), bound, network.Statistics(0));
        if (!network.Stop.IsRaised)
            throw new SolverFailedException($"The solver of programs gives the demanders {string.Join(", ", units)} whole units, but the net does not carry them in whole numbers.");
        ImmutableArray<long> shown = fits ? counts : [.. new long[units.Length]];
        return AllocationResult.Interrupted(policy, network.Stop.Reason, Allotment.Read(network, shown), bound, network.Statistics(0));
    }

    /// <summary>What was found before a limit stopped the programs.</summary>
    public static AllocationResult Stopped(AllocationNetwork network, AllocationPolicy policy, long[] units, Termination reason)
    {
        if (!Fits(network, FlowOf(network, units)))
            units = new long[units.Length];
        return AllocationResult.Interrupted(policy, reason, Allotment.Read(network, [.. units]), bound: null, network.Statistics(0));
    }
}
