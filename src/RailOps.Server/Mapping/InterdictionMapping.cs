using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RailOps.Analysis.Interdiction;
using RailOps.Contracts.V1;
using ModelMeans = RailOps.Model.Timelines.AttackMeans;
using WireChange = RailOps.Contracts.V1.Change;
using WireEstimate = RailOps.Contracts.V1.Estimate;

namespace RailOps.Server.Mapping;

/// <summary>Answers about attacks and defences as they travel.</summary>
internal static class InterdictionMapping
{
    /// <summary>Writes the worst that an enemy can do.</summary>
    public static InterdictResult Write(InterdictionAnswer answer, bool withCertificate, SolveSummary solve)
    {
        var situation = answer.Question.Supply.Situation;
        return new InterdictResult
        {
            Headline = answer.Headline,
            Sentences = { answer.Sentences },
            Assumptions = { answer.Assumptions },
            Side = situation.SideId,
            Attacker = answer.Question.AttackerSideId,
            Date = situation.ForcesDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            SustainedDivisionCount = answer.SustainedCount.Best,
            SustainedDivisionEstimate = WireNumbers.Count(answer.SustainedCount),
            DeliveredTonnesPerDay = WireNumbers.Tonnes(answer.DeliveredKilogramsPerDay),
            Plans = { answer.Plans.Select((p, i) => Write(p, i + 1)) },
            Bound = (double)answer.State.Bound,
            Unit = answer.State.Unit,
            GapRatio = answer.State.Gap,
            TargetCount = answer.TargetCount,
            Solve = solve,
            CertificateJson = withCertificate ? answer.CertificateJson?.Invoke() ?? "" : "",
        };
    }

    /// <summary>Writes how damage grows with one resource.</summary>
    public static FrontierResult Write(FrontierAnswer answer, SolveSummary solve) => new()
    {
        Headline = answer.Headline,
        VariedResource = answer.Resource,
        Points =
        {
            answer.Steps.Select(s => new FrontierPoint { BudgetCount = s.BudgetCount, Plan = Write(s.Plan, 1), Supported = s.IsSupported }),
        },
        Complete = answer.IsComplete,
        Solve = solve,
    };

    /// <summary>Writes what to guard.</summary>
    public static FortifyResult Write(FortificationAnswer answer, bool withCertificate, SolveSummary solve) => new()
    {
        Headline = answer.Headline,
        Sentences = { answer.Sentences },
        Guards = { answer.Guards.Select(Write) },
        UnguardedPlan = Write(answer.UnguardedPlan, 1),
        GuardedPlan = Write(answer.GuardedPlan, 1),
        DeliveredTonnesPerDay = WireNumbers.Tonnes(answer.DeliveredKilogramsPerDay),
        SustainedDivisionCount = answer.SustainedCount.Best,
        SustainedDivisionEstimate = WireNumbers.Count(answer.SustainedCount),
        SavedTonnesPerDay = WireNumbers.Tonnes(answer.GuardedPlan.DeliveredKilogramsPerDay - answer.UnguardedPlan.DeliveredKilogramsPerDay),
        SavedDivisionCount = answer.GuardedPlan.SustainedCount.Best - answer.UnguardedPlan.SustainedCount.Best,
        BoundTonnesPerDay = (double)answer.State.Bound,
        GapRatio = answer.State.Gap,
        GuardableCount = answer.GuardableCount,
        KeptTonnesPerDay = (double)answer.State.Best,
        Solve = solve,
        CertificateJson = withCertificate ? answer.CertificateJson?.Invoke() ?? "" : "",
    };

    /// <summary>Writes a means of attack.</summary>
    public static AttackMeans Write(ModelMeans means) => new()
    {
        Id = means.Id,
        Attacker = means.SideId,
        DisplayName = means.Means,
        Resource = means.Use?.Resource ?? "",
        CostCount = means.Use?.CostCount ?? 0,
        AttackLimitCount = means.Use?.AttackLimitCount ?? -1,
        Strikes = { means.Use?.Strikes.Select(s => s.ToString()) ?? [] },
        ReachKm = (double)(means.Use?.ReachKm ?? -1),
        CapacityLeftRatio = (double)(means.CapacityLeftRatio ?? 0),
        RepairDays = Of(means.RepairDays),
        SuccessProbability = Of(means.SuccessProbability),
        Targets = means.Targets,
        Grade = WireEnums.Of(means.Evidence.Grade),
        SourceIds = { means.Evidence.SourceIds },
    };

    /// <summary>Writes where a search stands.</summary>
    public static SearchProgress Write(SearchState state, TimeSpan elapsed) => new()
    {
        Best = (double)state.Best,
        Bound = (double)state.Bound,
        GapRatio = state.Gap,
        Unit = state.Unit,
        SearchNodeCount = state.SearchNodeCount,
        Elapsed = Duration.FromTimeSpan(elapsed),
    };

    private static AttackPlan Write(PlanEffect plan, int rank) => new()
    {
        Rank = rank,
        Attacks = { plan.Attacks.Select(Write) },
        Spent = { plan.Spent.Select(s => new Contracts.V1.ResourceBudget { Resource = s.Resource, BudgetCount = s.Count }) },
        SustainedDivisionCount = plan.SustainedCount.Best,
        SustainedDivisionEstimate = WireNumbers.Count(plan.SustainedCount),
        LostDivisionCount = plan.LostCount,
        SustainableDivisionCount = plan.SustainableCount ?? 0,
        DeliveredTonnesPerDay = WireNumbers.Tonnes(plan.DeliveredKilogramsPerDay),
        LostTonnesPerDay = WireNumbers.Tonnes(plan.LostKilogramsPerDay),
        Fronts = { plan.Fronts.Select(CriticalityMapping.Write) },
        SuccessProbability = (double)plan.SuccessProbability,
        ExpectedDeliveredTonnesPerDay = (double)((plan.Expected?.KilogramsPerDay ?? plan.DeliveredKilogramsPerDay) / 1000m),
        ExpectationExact = plan.Expected?.IsExact ?? true,
        Changes = { plan.Changes.Select(Write) },
        CutSentence = plan.CutSentence,
        CumulativeDeliveredTonnes = (double)(plan.Cumulative?.DeliveredTonnes ?? 0),
        CumulativeLostTonnes = (double)(plan.Cumulative?.LostTonnes ?? 0),
    };

    private static Contracts.V1.PlannedAttack Write(Analysis.Interdiction.PlannedAttack attack) => new()
    {
        TargetKind = attack.Target.KindWord,
        Target = attack.Target.Id,
        DisplayName = attack.Target.DisplayName,
        Mode = attack.Mode.Id,
        ModeName = attack.Mode.Title,
        Spent = new Contracts.V1.ResourceBudget { Resource = attack.Mode.Use.Resource, BudgetCount = attack.Mode.Use.CostCount },
        CapacityLeftRatio = (double)attack.Mode.CapacityLeftRatio,
        RepairDays = Of(attack.Mode.RepairDays),
        SuccessProbability = Of(attack.Mode.SuccessProbability),
        Links = { attack.Target.LinkIds },
        Grade = WireEnums.Of(attack.Mode.Grade),
    };

    private static WireChange Write(Model.Scenarios.Change change) => change is Model.Scenarios.Change.Derate derate
        ? new WireChange { Derate = new DerateChange { Target = derate.Target, CapacityLeftRatio = (double)derate.CapacityLeftRatio } }
        : new WireChange { Close = new CloseChange { Target = ((Model.Scenarios.Change.Close)change).Target } };

    private static Contracts.V1.Guard Write(PostedGuard guard) => new()
    {
        TargetKind = RailTarget.WordOf(guard.Guard.Kind),
        Target = guard.Guard.Id,
        DisplayName = guard.Guard.DisplayName,
        LostWithoutTonnesPerDay = WireNumbers.Tonnes(guard.LostWithoutKilogramsPerDay ?? 0),
    };

    private static WireEstimate? Of(Model.Units.Estimate? estimate) => estimate is { } e ? WireNumbers.Of(e) : null;
}
