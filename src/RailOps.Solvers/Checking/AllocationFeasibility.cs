using RailOps.Solvers.Allocation;

namespace RailOps.Solvers.Checking;

/// <summary>Checks that an allocation's flow exists and brings what is said.</summary>
internal static class AllocationFeasibility
{
    public static string? Problem(AllocationProblem problem, AllocationResult result)
    {
        var demands = problem.Demands;
        if (result.UnitCounts.Length != demands.Length || result.Delivered.Length != demands.Length)
            return $"There should be counts and deliveries for {demands.Length} demanders, but there are {result.UnitCounts.Length} and {result.Delivered.Length}.";
        for (var index = 0; index < demands.Length; index++)
        {
            if (DemandProblem(problem, result, index) is { } fault)
                return fault;
        }

        return SumProblem(problem, result) ?? FlowProblem(problem, result);
    }

    private static string? DemandProblem(AllocationProblem problem, AllocationResult result, int index)
    {
        var (units, delivered, demand) = (result.UnitCounts[index], result.Delivered[index], problem.Demands[index]);
        if (units < 0 || units > demand.UnitCount)
            return $"Demander {index} should get 0 to {demand.UnitCount} units, but gets {units}.";
        var least = (Int128)units * demand.UnitDemand;
        var most = DemandCut.Need(problem, index);
        return delivered >= least && delivered <= most ? null : $"Demander {index} should be delivered {least} to {most} flow units, but gets {delivered}.";
    }

    private static string? SumProblem(AllocationProblem problem, AllocationResult result)
    {
        var (total, worth) = ((Int128)0, (Int128)0);
        for (var index = 0; index < problem.Demands.Length; index++)
        {
            total += result.Delivered[index];
            worth += (Int128)problem.Demands[index].Weight * result.UnitCounts[index];
        }

        return total == result.TotalDelivered && worth == result.Objective
            ? null
            : $"Deliveries sum to {total} and worth to {worth}, but {result.TotalDelivered} and {result.Objective} are stated.";
    }

    private static string? FlowProblem(AllocationProblem problem, AllocationResult result)
    {
        var drawn = new long[problem.Graph.NodeCount];
        for (var index = 0; index < problem.Demands.Length; index++)
            drawn[problem.Demands[index].Node] = result.Delivered[index];
        var net = FlowSum.NetOutflow(problem.Graph, result.ArcFlow, drawn, out var fault);
        if (net is null)
            return fault;
        for (var node = 0; node < net.Length; node++)
        {
            var supplied = net[node] + drawn[node];
            if (supplied != (node == problem.Source ? result.TotalDelivered : 0))
                return $"Node {node} should balance, but has {supplied} flow units over ({drawn[node]} drawn there).";
        }

        return null;
    }
}
