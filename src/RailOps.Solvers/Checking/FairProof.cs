using RailOps.Solvers.Allocation;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Adds up the levels of a fair allocation. Shares rise from level to level; behind each level's cut draw exactly the demanders
/// of this and of some earlier levels, and their exact shares use the cut up. So nobody can get more except from somebody whose
/// share is no larger: no feasible allocation is fairer than the exact shares, and what is delivered is those, rounded down.
/// </summary>
internal static class FairProof
{
    public static string? Problem(AllocationProblem problem, AllocationResult result, AllocationCertificate certificate)
    {
        var levelOf = new FairLevel?[problem.Demands.Length];
        FairLevel? previous = null;
        foreach (var level in certificate.FairLevels)
        {
            if (ShapeProblem(problem, level, previous, levelOf) is { } malformed)
                return malformed;
            if (CutProblem(problem, level, levelOf) is { } fault)
                return fault;
            previous = level;
        }

        return DeliveryProblem(problem, result, levelOf);
    }

    private static string? ShapeProblem(AllocationProblem problem, FairLevel level, FairLevel? previous, FairLevel?[] levelOf)
    {
        if (level.ShareDenominator < 1 || level.ShareNumerator < 0 || level.ShareNumerator > level.ShareDenominator)
            return $"A share should be between 0 and 1, but is {level.ShareNumerator}/{level.ShareDenominator}.";
        if (previous is not null && (Int128)previous.ShareNumerator * level.ShareDenominator > (Int128)level.ShareNumerator * previous.ShareDenominator)
            return $"Shares should not fall, but {level.ShareNumerator}/{level.ShareDenominator} follows {previous.ShareNumerator}/{previous.ShareDenominator}.";
        foreach (var demand in level.Demands)
        {
            if (demand < 0 || demand >= problem.Demands.Length || levelOf[demand] is not null)
                return $"Demander {demand} should be in one level, but is in two or does not exist.";
            levelOf[demand] = level;
        }

        return null;
    }

    private static string? CutProblem(AllocationProblem problem, FairLevel level, FairLevel?[] levelOf)
    {
        if (level.Cut is null)
            return level.ShareNumerator == level.ShareDenominator ? null : $"The share {level.ShareNumerator}/{level.ShareDenominator} should come with a cut, but has none.";
        if (DemandCut.Of(problem, level.Cut, out var fault) is not { } cut)
            return fault;
        var used = ExactSum.Zero;
        for (var demand = 0; demand < problem.Demands.Length; demand++)
        {
            var need = DemandCut.Need(problem, demand);
            if (level.Demands.Contains(demand) && !cut.IsBehind[demand])
                return $"Demander {demand} should be behind the cut of its level, but is not.";
            if (!cut.IsBehind[demand] || need == 0)
                continue;
            if (levelOf[demand] is not { } own)
                return $"Demander {demand} is behind the cut of the share {level.ShareNumerator}/{level.ShareDenominator}, but has a larger one.";
            used = used.Plus(need * own.ShareNumerator, own.ShareDenominator);
        }

        return used.Equals(cut.Capacity) ? null : $"The shares behind a cut should use up its {cut.Capacity} flow units, but take {used}.";
    }

    private static string? DeliveryProblem(AllocationProblem problem, AllocationResult result, FairLevel?[] levelOf)
    {
        for (var demand = 0; demand < problem.Demands.Length; demand++)
        {
            var need = DemandCut.Need(problem, demand);
            if (need == 0)
                continue;
            if (levelOf[demand] is not { } level)
                return $"Demander {demand} should have a share, but is in no level.";
            var exact = need * level.ShareNumerator / level.ShareDenominator;
            var units = result.Delivered[demand] / problem.Demands[demand].UnitDemand;
            if (result.Delivered[demand] != exact || result.UnitCounts[demand] != units)
                return $"Demander {demand} should be delivered {exact} flow units ({units} units), but gets {result.Delivered[demand]} ({result.UnitCounts[demand]}).";
        }

        return null;
    }
}
