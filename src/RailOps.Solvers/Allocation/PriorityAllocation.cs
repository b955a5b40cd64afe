using System.Collections.Immutable;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Strict order: each demander in turn gets all the whole units that the net carries beside those already given. Greedy is
/// exact because earlier deliveries never shrink (see <see cref="AllocationNetwork"/>). When a demander stays short, the minimum
/// cut of that moment proves it: behind it earlier demanders are served in full and what is left is less than one more unit.
/// </summary>
internal static class PriorityAllocation
{
    public static AllocationResult Solve(AllocationNetwork network)
    {
        var units = new long[network.DemandCount];
        var proofs = ImmutableArray.CreateBuilder<ShortageProof>();
        foreach (var demand in network.PriorityOrder)
        {
            network.SetLimit(demand, network.Needs[demand]);
            var finished = network.Augment();
            units[demand] = network.WholeUnits(demand);
            if (finished && units[demand] < network.Problem.Demands[demand].UnitCount)
                proofs.Add(new ShortageProof(demand, network.GraphCut()));
            network.SetLimit(demand, units[demand] * network.Problem.Demands[demand].UnitDemand);
            if (!finished)
                break;
        }

        if (network.Stop.IsRaised || !network.TopUp())
        {
            return AllocationResult.Interrupted(
                AllocationPolicy.Priority, network.Stop.Reason, Allotment.Read(network, [.. units]), bound: null, network.Statistics(0));
        }

        var certificate = new AllocationCertificate(network.GraphCut()) { Shortages = proofs.ToImmutable() };
        return AllocationResult.Optimal(AllocationPolicy.Priority, Allotment.Read(network, [.. units]), certificate, network.Statistics(0));
    }
}
