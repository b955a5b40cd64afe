using RailOps.Analysis;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Contracts.V1;
using ModelChange = RailOps.Model.Scenarios.AppliedChange;

namespace RailOps.Server.Mapping;

/// <summary>Assessments as they travel.</summary>
internal static class SupplyMapping
{
    /// <summary>Writes an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="scenario">Scenario id asked for, or empty.</param>
    /// <param name="withLinks">True: every link too.</param>
    /// <param name="solve">How it was solved.</param>
    /// <returns>The answer.</returns>
    public static AssessSupplyResponse Write(SupplyAssessment assessment, string scenario, bool withLinks, SolveSummary solve)
    {
        var situation = assessment.Question.Situation;
        var response = new AssessSupplyResponse
        {
            Timeline = situation.Spec.Forces.Timeline.Id,
            Date = situation.ForcesDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Side = situation.SideId,
            Scenario = scenario,
            Policy = WireEnums.Of(assessment.Question.Policy),
            SustainedDivisionCount = WireNumbers.Count(assessment.SustainedCount),
            PresentDivisionCount = assessment.PresentCount,
            NeededTonnesPerDay = WireNumbers.Tonnes(assessment.NeededKilogramsPerDay),
            DeliveredTonnesPerDay = WireNumbers.Tonnes(assessment.DeliveredKilogramsPerDay),
            BindingCut = Write(assessment.BindingCut),
            NextCut = Write(assessment.NextCut),
            CeilingCut = Write(assessment.CeilingCut),
            Explanation = new Explanation { Headline = assessment.Headline },
            Solve = solve,
            SupplyModel = SupplyModel.SingleClass,
        };
        response.AppliedChanges.Add(situation.AppliedChanges.Select(Write));
        response.Fronts.Add(assessment.Fronts.Select(Write));
        response.Explanation.Sentences.Add(assessment.Sentences);
        response.Explanation.Assumptions.Add(assessment.Assumptions);
        response.Warnings.Add(assessment.Warnings.Select(Write));
        if (withLinks)
            response.Links.Add(assessment.Links.Select(Write));
        return response;
    }

    /// <summary>Writes a warning.</summary>
    /// <param name="warning">The warning.</param>
    /// <returns>The warning.</returns>
    public static Warning Write(AnalysisWarning warning) => new() { Code = warning.Code, Message = warning.Message };

    private static AppliedChange Write(ModelChange change) => new() { Sentence = change.Sentence, Event = change.EventId };

    private static Contracts.V1.FrontAssessment Write(Analysis.Supply.FrontAssessment front)
    {
        var message = new Contracts.V1.FrontAssessment
        {
            Front = front.Need.Front.Id,
            DisplayName = front.Need.Front.Title,
            Priority = front.Need.Front.Priority,
            Posture = WireEnums.Of(front.Need.Posture),
            PresentDivisionCount = front.Need.PresentCount,
            CountedUnit = front.Need.CountedUnit,
            SustainedDivisionCount = WireNumbers.Count(front.SustainedCount),
            SustainableAloneDivisionCount = WireNumbers.Count(front.SustainableAloneCount),
            DivisionSliceTonnesPerDay = WireNumbers.Tonnes(front.SliceKilogramsPerDay),
            NeededTonnesPerDay = WireNumbers.Tonnes(front.NeededKilogramsPerDay),
            DeliveredTonnesPerDay = WireNumbers.Tonnes(front.DeliveredKilogramsPerDay),
            MetRatio = WireNumbers.Ratio(front.DeliveredKilogramsPerDay, front.NeededKilogramsPerDay),
            LimitingCut = Write(front.LimitingCut),
            Chain = Write(front.Chain),
            WeakestGrade = WireEnums.Of(front.WeakestGrade),
            Reachable = front.IsReachable,
            Sentence = front.Sentence,
        };
        message.Entries.Add(front.Entries.Select(e => new EntryAssessment
        {
            Station = e.Entry.StationId,
            DisplayName = e.StationName,
            RoadLegKm = (double)e.Entry.RoadLegKm,
            DeliveredTonnesPerDay = WireNumbers.Tonnes(e.DeliveredKilogramsPerDay),
            Usable = e.IsHeld,
        }));
        message.Formations.Add(front.Need.Formations.Select(Write));
        message.GradeShares.Add(front.GradeShares.Select(Write));
        return message;
    }

    private static FormationNeed Write(Analysis.Demand.FormationNeed need)
    {
        var message = new FormationNeed
        {
            DisplayName = need.Present.Name,
            Formation = need.Present.FormationId,
            Count = (double)need.Present.Count,
            ManningRatio = (double)need.Present.ManningRatio,
            NeededTonnesPerDay = WireNumbers.Of(need.TonnesPerDay),
            Grade = WireEnums.Of(need.Grade),
        };
        message.SourceIds.Add(need.Present.Evidence.SourceIds);
        return message;
    }

    private static Contracts.V1.SupplyChain Write(Analysis.Supply.SupplyChain chain)
    {
        var message = new Contracts.V1.SupplyChain
        {
            TrainCountPerDay = (double)chain.TrainPairsPerDay,
            AloneTonnesPerDay = chain.AloneKilogramsPerDay < 0 ? -1 : WireNumbers.Tonnes(chain.AloneKilogramsPerDay),
            DeliveredTonnesPerDay = WireNumbers.Tonnes(chain.DeliveredKilogramsPerDay),
            DivisionSliceTonnesPerDay = WireNumbers.Tonnes(chain.SliceKilogramsPerDay),
            DivisionCountBeforeRounding =
                chain.SliceKilogramsPerDay == 0 ? 0 : (double)((decimal)chain.DeliveredKilogramsPerDay / chain.SliceKilogramsPerDay),
            SustainedDivisionCount = chain.UnitCount,
            LeftOverTonnesPerDay = WireNumbers.Tonnes(chain.LeftOverKilogramsPerDay),
        };
        message.Steps.Add(chain.Steps);
        return message;
    }

    /// <summary>Writes a cut.</summary>
    /// <param name="cut">The cut, or null.</param>
    /// <returns>The cut, or null.</returns>
    public static Contracts.V1.Cut? Write(Analysis.Supply.Cut? cut)
    {
        if (cut is null)
            return null;
        var message = new Contracts.V1.Cut
        {
            CapacityTonnesPerDay = WireNumbers.Tonnes(cut.CapacityKilogramsPerDay),
            Unique = cut.IsUnique,
            Sentence = cut.Sentence,
        };
        message.Elements.Add(cut.Elements.Select(Write));
        message.GradeShares.Add(cut.GradeShares.Select(Write));
        return message;
    }

    private static Contracts.V1.GradeShare Write(Analysis.Supply.GradeShare share) =>
        new() { Grade = WireEnums.Of(share.Grade), ShareRatio = (double)share.Share };

    private static Contracts.V1.CutElement Write(Analysis.Supply.CutElement element)
    {
        var arc = element.Arc;
        var message = new Contracts.V1.CutElement
        {
            Kind = Kind(arc),
            Id = arc.SubjectId,
            DisplayName = arc.DisplayName,
            CapacityTonnesPerDay = WireNumbers.Tonnes(element.CapacityKilogramsPerDay),
            ClosedReason = arc.ClosedReason,
            Grade = WireEnums.Of(arc.Grade),
        };
        if (arc.Link is { } link)
        {
            message.Railway = link.Link.RailwayId;
            message.FromStation = element.IsForward ? link.Link.FromId : link.Link.ToId;
            message.ToStation = element.IsForward ? link.Link.ToId : link.Link.FromId;
        }

        if (element.GainOfOneTrainPair is { } gain)
        {
            message.GainOfOneTrainPair = new Contracts.V1.Gain
            {
                AddedCapacityTonnesPerDay = WireNumbers.Tonnes(gain.AddedCapacityKilogramsPerDay),
                AddedDeliveredTonnesPerDay = WireNumbers.Tonnes(gain.AddedDeliveredKilogramsPerDay),
                AddedDivisionCount = gain.AddedUnitCount,
            };
        }

        return message;
    }

    private static CutElementKind Kind(GraphArc arc) => arc.Kind switch
    {
        GraphArcKind.Transshipment => CutElementKind.Transshipment,
        GraphArcKind.Supply => CutElementKind.SupplySource,
        GraphArcKind.Need => CutElementKind.FrontNeed,
        GraphArcKind.Entry => CutElementKind.RoadLeg,
        GraphArcKind.Internal => CutElementKind.Station,
        _ => CutElementKind.Link,
    };

    private static LinkAssessment Write(LinkUse use)
    {
        var capacity = use.Arc.Link!;
        var best = use.Arc.Capacity.Best;
        var isLimited = capacity.TonnesPerDay is not null;
        var message = new LinkAssessment
        {
            Link = capacity.Link.Id,
            FromStation = capacity.Link.FromId,
            ToStation = capacity.Link.ToId,
            Railway = capacity.Link.RailwayId,
            Mode = WireModes.Name(capacity.Link.Mode),
            CapacityTonnesPerDay = WireNumbers.Of(capacity.TonnesPerDay ?? Model.Units.Estimate.Exactly(-1m)),
            FlowForwardTonnesPerDay = WireNumbers.Tonnes(Math.Max(0, use.NetFlowKilogramsPerDay)),
            FlowBackwardTonnesPerDay = WireNumbers.Tonnes(Math.Max(0, -use.NetFlowKilogramsPerDay)),
            UtilisationRatio = isLimited && best > 0 ? (double)((decimal)Math.Abs(use.NetFlowKilogramsPerDay) / best) : 0,
            InCut = use.IsInCut,
            Grade = WireEnums.Of(use.Arc.Grade),
            ClosedReason = capacity.ClosedReason,
            LengthKm = (double)capacity.Link.LengthKm,
        };
        message.Steps.Add(capacity.Steps.Select(Write));
        return message;
    }

    private static Contracts.V1.CapacityStep Write(Model.Capacity.CapacityStep step)
    {
        var message = new Contracts.V1.CapacityStep
        {
            DisplayName = step.Name,
            Value = WireNumbers.Of(step.Value),
            Unit = step.Unit,
            Grade = WireEnums.Of(step.Evidence.Grade),
        };
        message.SourceIds.Add(step.Evidence.SourceIds);
        return message;
    }
}
