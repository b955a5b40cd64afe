using RailOps.Solvers.Allocation;

namespace RailOps.Solvers.Checking;

/// <summary>Adds up the shortage proofs of a priority allocation.</summary>
internal static class PriorityProof
{
    public static string? Problem(AllocationProblem problem, AllocationResult result, AllocationCertificate certificate)
    {
        var proven = new HashSet<int>();
        foreach (var shortage in certificate.Shortages)
        {
            if (shortage.Demand < 0 || shortage.Demand >= problem.Demands.Length)
                return $"A shortage is proven for demander {shortage.Demand}, but there are only {problem.Demands.Length}.";
            if (ShortageProblem(problem, result, shortage) is { } fault)
                return fault;
            proven.Add(shortage.Demand);
        }

        for (var demand = 0; demand < problem.Demands.Length; demand++)
        {
            if (result.UnitCounts[demand] < problem.Demands[demand].UnitCount && !proven.Contains(demand))
                return $"Demander {demand} gets {result.UnitCounts[demand]} of {problem.Demands[demand].UnitCount} units, and nothing proves it cannot get more.";
        }

        return null;
    }

    private static string? ShortageProblem(AllocationProblem problem, AllocationResult result, ShortageProof shortage)
    {
        if (DemandCut.Of(problem, shortage.Cut, out var fault) is not { } cut)
            return fault;
        Int128 required = 0;
        for (var demand = 0; demand < problem.Demands.Length; demand++)
        {
            var more = demand == shortage.Demand ? 1 : 0;
            if (cut.IsBehind[demand] && (more == 1 || IsBefore(problem, demand, shortage.Demand)))
                required += ((Int128)result.UnitCounts[demand] + more) * problem.Demands[demand].UnitDemand;
        }

        return cut.IsBehind[shortage.Demand] && required > cut.Capacity
            ? null
            : $"One more unit for demander {shortage.Demand} should need more than the cut's {cut.Capacity} flow units, but needs {required} behind it.";
    }

    private static bool IsBefore(AllocationProblem problem, int demand, int other)
    {
        var order = problem.Demands[demand].Priority.CompareTo(problem.Demands[other].Priority);
        return order < 0 || (order == 0 && demand < other);
    }
}
