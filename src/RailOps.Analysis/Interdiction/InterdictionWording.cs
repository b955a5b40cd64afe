using System.Collections.Immutable;
using RailOps.Analysis.Criticality;
using RailOps.Model.Network;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Interdiction;

/// <summary>Says the worst that an enemy can do in words. Everything in it comes from the solved answer.</summary>
internal sealed class InterdictionWording
{
    private const int MostNamed = 6;

    private readonly AttackQuestion _question;
    private readonly PlanReader _reader;
    private readonly List<PlanEffect> _plans;
    private readonly SearchState _state;
    private readonly Termination _termination;

    public InterdictionWording(AttackQuestion question, PlanReader reader, List<PlanEffect> plans, SearchState state, Termination termination)
    {
        _question = question;
        _reader = reader;
        _plans = plans;
        _state = state;
        _termination = termination;
    }

    /// <summary>Which samples the plan is best for; null: it is best for certain.</summary>
    public string? Samples { get; init; }

    private PlanEffect Best => _plans[0];

    private bool IsInDivisions => _question.Objective == AttackObjective.SustainedDivisions;

    private bool IsProven => _termination == Termination.Optimal;

    // A solver in floating point finished: best on its word.
    private bool IsBelieved => _termination == Termination.WithinTolerance;

    private string Attacker => TitleOf(_question.AttackerSideId);

    /// <summary>What the certificate proves.</summary>
    public string Proof => Samples is not null
        ? $"No certificate: the plan is best for {Samples} only. The allocations before and after it were checked."
        : IsProven
        ? IsInDivisions
            ? "Under the plan no choice of divisions sustains more; a tree of flows shows that no plan within the resources leaves fewer. Both were checked."
            : "The plan with its cut shows what is left; a tree of flows shows that no plan within the resources leaves less. Both were checked."
        : IsBelieved ? "The plan and its cut were checked in whole kilograms; that no plan leaves less is the word of a solver that counts in floating point."
        : "Stopped before the proof was complete: the plan and its cut were checked, the bound was not.";

    /// <summary>The answer in one sentence.</summary>
    public string Headline
    {
        get
        {
            if (Best.Attacks.IsEmpty && !IsProven && !IsBelieved)
                return $"The search for the worst attack by {Attacker} with {Means()} was stopped before one that does harm was found.";
            if (Best.Attacks.IsEmpty)
                return $"{Attacker} can do no harm with {Means()}: {NothingReason()}";
            if (Samples is not null)
                return $"The attack by {Attacker} with {Means()} that leaves least on average is on {Attacks(Best)}: {Amount(_state.Best)} of {Wording.Tonnes(_reader.Before.TotalDelivered)} arrive on average, and {Wording.Tonnes(Best.DeliveredKilogramsPerDay)} for {Wording.Count(Best.SustainedCount.Best, "division")} of {Number(_reader.Before.UnitCounts.Sum())} if all of it succeeds.";
            var effect = $"{(Best.Cumulative is null ? "" : "at first ")}sustained divisions fall from {Number(_reader.Before.UnitCounts.Sum())} to {Number(Best.SustainedCount.Best)} and deliveries from "
                + $"{Wording.Tonnes(_reader.Before.TotalDelivered)} to {Wording.Tonnes(Best.DeliveredKilogramsPerDay)}";
            var worst = IsProven || IsBelieved ? "The worst attack" : "The worst attack found so far";
            return $"{worst} by {Attacker} with {Means()} is on {Attacks(Best)}: {effect}.";
        }
    }

    /// <summary>The explanation, in order.</summary>
    public ImmutableArray<string> Sentences => [.. Explanation()];

    /// <summary>What was taken for granted.</summary>
    public ImmutableArray<string> Assumptions => [.. TakenForGranted()];

    /// <summary>The attacks of a plan by name, alike ones together.</summary>
    public static string Attacks(PlanEffect plan)
    {
        var named = plan.Attacks.Take(MostNamed).Select(a => a.Target.DisplayName).ToList();
        if (plan.Attacks.Length > MostNamed)
            named.Add(Wording.Count(plan.Attacks.Length - MostNamed, "more target"));
        return Wording.List(named);
    }

    /// <summary>What fronts lose, in words.</summary>
    public static string Losses(PlanEffect plan)
    {
        var losers = plan.Fronts.Where(f => f.LostCount > 0 || f.LostKilogramsPerDay > 0).ToList();
        return losers.Count == 0 ? "No front loses anything." : $"{Wording.List([.. losers.Select(Loss)])}.";
    }

    private static string Loss(FrontLoss loss) =>
        $"{loss.Front.Title} loses {Wording.Count(loss.LostCount, "division")} ({Wording.Tonnes(loss.LostKilogramsPerDay)})";

    private IEnumerable<string> Explanation()
    {
        if (!Best.Attacks.IsEmpty)
            yield return Losses(Best);
        if (Best.Cumulative is { } sum)
            yield return $"Over {Wording.Count(sum.HorizonDays, "day")}, damage being repaired in its likely time, {Wording.Number(decimal.Round(sum.DeliveredTonnes))} t arrive and {Wording.Number(decimal.Round(sum.LostTonnes))} t are lost.";
        if (Best.SustainableCount is { } most)
            yield return $"However supply is shared out, at most {Wording.Count(most, "division")} can be sustained then.";
        yield return BoundSentence();
        if (Best.CutSentence.Length > 0)
            yield return $"Afterwards: {Best.CutSentence}";
        foreach (var unspent in Unspent())
            yield return unspent;
        if (Best.SuccessProbability < 1m && !Best.Attacks.IsEmpty)
            yield return ChanceSentence();
        foreach (var next in _plans.Skip(1).Select((plan, i) => NextSentence(plan, i + 2)))
            yield return next;
    }

    private string BoundSentence()
    {
        if (Samples is not null)
            return $"Best for {Samples}: with 95 % confidence no plan leaves less than {Amount(_state.Bound)} on average; this one leaves {Amount(_state.Best)}.";
        var targets = Wording.Count(_reader.Attack.RailTargets.Length, "target");
        if (IsProven)
            return $"Proven: of all plans on {targets} within these means none leaves {(IsInDivisions ? "fewer" : "less")} than {Amount(_state.Best)}.";
        if (IsBelieved)
            return $"Not proven: a solver that counts in floating point finds no plan on {targets} within these means that leaves less than {Amount(_state.Bound)}; the plan leaves {Amount(_state.Best)}.";
        var why = _termination == Termination.TimeLimit ? "at the time limit" : "on request";
        return $"Stopped {why}: the best plan leaves {Amount(_state.Best)}; no plan can leave less than {Amount(_state.Bound)} (gap {Percent(_state.Gap)}). Allow more time, or accept this plan.";
    }

    private IEnumerable<string> Unspent() =>
        from pair in _question.Budgets.Zip(Best.Spent)
        where pair.First.Count > pair.Second.Count && !Best.Attacks.IsEmpty
        select $"Left over: {Number(pair.First.Count - pair.Second.Count)} of {Number(pair.First.Count)} {pair.First.Resource}; {(IsProven && Samples is null ? "nothing within their reach does more harm" : "nothing better was found for them")}.";

    private string ChanceSentence()
    {
        var all = $"All of it succeeds with a chance of {(Best.SuccessProbability < 0.001m ? "less than 0.1 %" : Percent((double)Best.SuccessProbability))}";
        return Best.Expected is { } expected
            ? $"{all}; if each attack succeeds or fails by itself, {Wording.Tonnes((long)expected.KilogramsPerDay)} is expected to arrive ({(expected.IsExact ? "exact" : "sample average")})."
            : $"{all}.";
    }

    private static string NextSentence(PlanEffect plan, int rank) => plan.Attacks.IsEmpty
        ? $"Plan {rank}: no attack at all."
        : $"Plan {rank}: {Attacks(plan)}; {Wording.Tonnes(plan.DeliveredKilogramsPerDay)} and {Wording.Count(plan.SustainedCount.Best, "division")} are left.";

    private IEnumerable<string> TakenForGranted()
    {
        yield return (Samples is null ? "Attacks are taken to succeed" : "Each attack succeeds or fails by itself, with its likely chance") + "; capacities and needs are the most likely values; where several attacks strike one link, the worst counts.";
        foreach (var mode in Best.Attacks.Select(a => a.Mode).DistinctBy(m => m.Id))
            yield return ModeSentence(mode);
    }

    private static string ModeSentence(AttackMode mode)
    {
        var left = mode.CapacityLeftRatio == 0m ? "closes its target" : $"leaves {Percent((double)mode.CapacityLeftRatio)} of its target";
        var repair = mode.RepairDays is { } days ? $", repaired in {Wording.Number(days.Low)} to {Wording.Number(days.High)} days (likely {Wording.Number(days.Best)})" : "";
        var chance = mode.SuccessProbability is { } p ? $", succeeds with {Percent((double)p.Low)} to {Percent((double)p.High)} (likely {Percent((double)p.Best)})" : "";
        var trust = mode.Grade == Grade.D ? "; assumed (grade D)" : $"; grade {mode.Grade}";
        return $"{mode.Title}: {Number(mode.Use.CostCount)} {mode.Use.Resource} each, {left}{repair}{chance}{trust}.";
    }

    private string NothingReason() => _reader.Attack.RailTargets.IsEmpty
        ? "none of its means can reach anything that carries supply."
        : $"no attack on any of {Wording.Count(_reader.Attack.RailTargets.Length, "target")} lowers what arrives.";

    private string Means() => Wording.List([.. _question.Budgets.Select(b => $"{Number(b.Count)} {b.Resource}")]);

    private string Amount(decimal amount) => _state.Unit == SearchState.Tonnes ? Wording.Tonnes((long)(amount * 1000m)) : $"{Wording.Number(decimal.Round(amount))} {_state.Unit}";

    private string TitleOf(string sideId) =>
        _question.Supply.Situation.Spec.Control.Timeline.Sides.FirstOrDefault(s => s.Id == sideId)?.Title ?? sideId;

    private static string Number(long value) => Wording.Number(value);

    private static string Percent(double ratio) => $"{Wording.Number((decimal)Math.Round(ratio * 100, 1))} %";
}
