using System.Numerics;
using RailOps.Solvers.Allocation;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Adds up the bound of a weighted allocation: by Abel summation the objective is at most the sum over prefixes (in order of
/// weight per flow unit) of the drop in that ratio after the prefix times the most the prefix can get.
/// </summary>
internal static class WeightedProof
{
    public static CheckReport Check(AllocationProblem problem, AllocationResult result, AllocationCertificate certificate)
    {
        var order = Enumerable.Range(0, problem.Demands.Length).ToList();
        order.Sort((a, b) => CompareWorth(problem.Demands[b], problem.Demands[a]) is var sign && sign != 0 ? sign : a.CompareTo(b));
        if (certificate.PrefixCuts.Length != order.Count)
            return CheckReport.Refused($"There should be a cut for each of {order.Count} prefixes, but there are {certificate.PrefixCuts.Length}.");
        var bound = ExactSum.Zero;
        for (var last = 0; last < order.Count; last++)
        {
            if (MostForPrefix(problem, certificate, order, last, out var fault) is not { } most)
                return CheckReport.Refused(fault);
            var own = problem.Demands[order[last]];
            bound = bound.Plus((BigInteger)own.Weight * most, own.UnitDemand);
            if (last + 1 == order.Count)
                continue;
            var next = problem.Demands[order[last + 1]];
            bound = bound.Plus(-(BigInteger)next.Weight * most, next.UnitDemand);
        }

        return Judge(problem, result, bound.RoundedDown);
    }

    private static BigInteger? MostForPrefix(
        AllocationProblem problem, AllocationCertificate certificate, List<int> order, int last, out string fault)
    {
        if (DemandCut.Of(problem, certificate.PrefixCuts[last], out fault) is not { } cut)
            return null;
        var most = cut.Capacity;
        for (var position = 0; position <= last; position++)
            most += cut.IsBehind[order[position]] ? 0 : DemandCut.Need(problem, order[position]);
        return most;
    }

    private static CheckReport Judge(AllocationProblem problem, AllocationResult result, BigInteger bound)
    {
        BigInteger divisor = 0;
        foreach (var demand in problem.Demands)
            divisor = BigInteger.GreatestCommonDivisor(divisor, demand.Weight);
        if (result.Objective > bound)
            return CheckReport.Refused($"The objective should be at most {bound}, which the prefix cuts allow, but is {result.Objective}.");
        if (result.Bound != result.Objective)
            return CheckReport.Refused($"An optimal answer's bound should equal its objective, {result.Objective}, but is {result.Bound}.");
        // Every objective is a multiple of the weights' common divisor.
        var isMet = divisor.IsZero || bound - (bound % divisor) == result.Objective;
        return CheckReport.Accepted(isMet ? ProofKind.Certified : ProofKind.BySearch);
    }

    private static int CompareWorth(AllocationDemand a, AllocationDemand b) =>
        ((Int128)a.Weight * b.UnitDemand).CompareTo((Int128)b.Weight * a.UnitDemand);
}
