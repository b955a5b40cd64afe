using System.Collections.Immutable;

namespace RailOps.Analysis.Interdiction;

/// <summary>Says what to guard in words. Everything in it comes from the solved answer.</summary>
internal sealed class FortificationWording(
    AttackQuestion question, PlanReader reader, ImmutableArray<PostedGuard> guards, int guardCount, PlanEffect unguarded, PlanEffect guarded, SearchState state, bool isProven)
{
    /// <summary>What the certificate proves.</summary>
    public string Proof => isProven
        ? "A tree of flows shows that no attack on the guarded network leaves less; for every other choice of guards an attack with its cut shows that it keeps no more. Both were checked."
        : "Stopped before the proof was complete: that no attack on the guarded network leaves less was proven, that no other choice keeps more was not.";

    /// <summary>The answer in one sentence.</summary>
    public string Headline
    {
        get
        {
            if (guards.IsEmpty)
                return $"Guards help nothing here: against {Means()} {Wording.Tonnes(guarded.DeliveredKilogramsPerDay)} and {Wording.Count(guarded.SustainedCount.Best, "division")} are left with or without them.";
            var saved = guarded.DeliveredKilogramsPerDay - unguarded.DeliveredKilogramsPerDay;
            var best = isProven ? "" : " (best found so far)";
            return $"{Wording.Count(guards.Length, "guard battalion")} at {Wording.List([.. guards.Select(g => g.Guard.DisplayName)])} save{(guards.Length == 1 ? "s" : "")} {Wording.Tonnes(saved)} "
                + $"and {Wording.Count(guarded.SustainedCount.Best - unguarded.SustainedCount.Best, "division")} against the best attack with {Means()}{best}.";
        }
    }

    /// <summary>The explanation, in order.</summary>
    public ImmutableArray<string> Sentences => [.. Explanation()];

    private IEnumerable<string> Explanation()
    {
        yield return $"Before any attack {Wording.Tonnes(reader.Before.TotalDelivered)} arrive and {Wording.Count(reader.Before.UnitCounts.Sum(), "division")} are sustained.";
        yield return Left("Unguarded", unguarded);
        if (!guards.IsEmpty)
            yield return Left("Guarded", guarded);
        foreach (var guard in guards.Where(g => g.LostWithoutKilogramsPerDay > 0))
            yield return $"Without the guard at {guard.Guard.DisplayName} the best attack would take {Wording.Tonnes(guard.LostWithoutKilogramsPerDay!.Value)} more.";
        if (guards.Length < guardCount && isProven)
            yield return $"{Wording.Count(guardCount - guards.Length, "more battalion")} would save nothing more.";
        yield return isProven
            ? "Proven: no other choice of guards keeps more."
            : $"Stopped early: no choice of guards can keep more than {Wording.Tonnes((long)(state.Bound * 1000m))}. Allow more time, or accept this one.";
    }

    private static string Left(string when, PlanEffect plan) => plan.Attacks.IsEmpty
        ? $"{when}, no attack does any harm."
        : $"{when}, the enemy's best attack is on {InterdictionWording.Attacks(plan)}: {Wording.Tonnes(plan.DeliveredKilogramsPerDay)} and {Wording.Count(plan.SustainedCount.Best, "division")} are left.";

    private string Means() => Wording.List([.. question.Budgets.Select(b => $"{Wording.Number(b.Count)} {b.Resource}")]);
}
