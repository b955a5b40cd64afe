using RailOps.Analysis.SupplyClasses;
using RailOps.Contracts.V1;
using RailOps.Model.Doctrine;
using ClassFleetUse = RailOps.Analysis.SupplyClasses.FleetUse;

namespace RailOps.Server.Mapping;

/// <summary>Answers by class of supply as they travel: the answer of one class, with the counts, deliveries and flows of all classes in its place.</summary>
internal static class ClassMapping
{
    /// <summary>Writes an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="response">The answer of one class as it travels; changed.</param>
    /// <param name="solve">How it was solved.</param>
    public static void Write(ClassAnswer answer, AssessSupplyResponse response, SolveSummary solve)
    {
        response.SupplyModel = answer.Question.IsByClass ? SupplyModel.ByClass : SupplyModel.SingleClass;
        response.SingleClassDivisionCount = response.SustainedDivisionCount;
        response.SingleClassDeliveredTonnesPerDay = response.DeliveredTonnesPerDay;
        response.SustainedDivisionCount = WireNumbers.Count(answer.SustainedCount);
        response.DeliveredTonnesPerDay = WireNumbers.Tonnes(answer.DeliveredKilogramsPerDay);
        response.Fleet = answer.Fleet is { } fleet ? Write(fleet) : null;
        response.Coal = answer.Coal is { } coal
            ? new Contracts.V1.CoalUse { BurntTonnesPerDay = WireNumbers.Tonnes(coal.BurntKilogramsPerDay), Sentence = coal.Sentence }
            : null;
        response.Rounding = new ProgramRounding { LargestMissKgPerDay = answer.LargestMissKilogramsPerDay, ToleranceKgPerDay = answer.ToleranceKilogramsPerDay };
        response.Explanation = new Explanation { Headline = answer.Headline };
        response.Explanation.Sentences.Add(answer.Sentences);
        response.Explanation.Assumptions.Add(answer.Assumptions);
        response.Warnings.Clear();
        response.Warnings.Add(answer.Warnings.Select(SupplyMapping.Write));
        response.Solve = solve;
        for (var i = 0; i < response.Fronts.Count; i++)
            Write(answer.Fronts[i], response.Fronts[i]);
        foreach (var link in response.Links)
            Write(answer.Links.GetValueOrDefault(link.Link), link);
    }

    private static void Write(ClassFront front, Contracts.V1.FrontAssessment message)
    {
        message.SingleClassDivisionCount = message.SustainedDivisionCount;
        message.SustainedDivisionCount = WireNumbers.Count(front.SustainedCount);
        message.DeliveredTonnesPerDay = WireNumbers.Tonnes(front.DeliveredKilogramsPerDay);
        message.MetRatio = WireNumbers.Ratio(front.DeliveredKilogramsPerDay, front.OneClass.NeededKilogramsPerDay);
        message.Sentence = front.Sentence;
        message.BindingLimits = new BindingLimits
        {
            WithoutCoalDivisionCount = front.CoalGainUnitCount,
            WithoutWagonLimitDivisionCount = front.WagonGainUnitCount,
            WithoutLocomotiveLimitDivisionCount = front.LocomotiveGainUnitCount,
        };
        message.Classes.Add(front.Classes.Select(Write));
        for (var i = 0; i < message.Entries.Count; i++)
            message.Entries[i].DeliveredTonnesPerDay = WireNumbers.Tonnes(front.EntryKilogramsPerDay[i]);
    }

    private static ClassAssessment Write(ClassDelivery delivery) => new()
    {
        ClassId = SupplyClassIds.IdOf(delivery.Class),
        NeededTonnesPerDay = WireNumbers.Tonnes(delivery.NeededKilogramsPerDay),
        DeliveredTonnesPerDay = WireNumbers.Tonnes(delivery.DeliveredKilogramsPerDay),
        Binds = delivery.IsBinding,
        AnySourceDivisionCount = delivery.AnySourceGain,
        WithoutNeedDivisionCount = delivery.WithoutNeedGain,
        AloneTonnesPerDay = delivery.AloneKilogramsPerDay < 0 ? -1 : WireNumbers.Tonnes(delivery.AloneKilogramsPerDay),
        AloneCut = SupplyMapping.Write(delivery.AloneCut),
    };

    private static Contracts.V1.FleetUse Write(ClassFleetUse fleet)
    {
        var message = new Contracts.V1.FleetUse
        {
            WagonCount = WireNumbers.Count(fleet.WagonCount),
            WagonStockCount = fleet.WagonStock is { } wagons ? WireNumbers.Count(wagons) : null,
            LocomotiveCount = WireNumbers.Count(fleet.LocomotiveCount),
            LocomotiveStockCount = fleet.LocomotiveStock is { } locomotives ? WireNumbers.Count(locomotives) : null,
            Grade = WireEnums.Of(fleet.Grade),
            Sentence = fleet.Sentence,
        };
        message.SourceIds.Add(fleet.SourceIds);
        return message;
    }

    private static void Write(LinkFlows flows, LinkAssessment link)
    {
        link.FlowForwardTonnesPerDay = WireNumbers.Tonnes(flows.ForwardKilogramsPerDay);
        link.FlowBackwardTonnesPerDay = WireNumbers.Tonnes(flows.BackwardKilogramsPerDay);
        var busier = Math.Max(link.FlowForwardTonnesPerDay, link.FlowBackwardTonnesPerDay);
        link.UtilisationRatio = link.CapacityTonnesPerDay.Best > 0 ? busier / link.CapacityTonnesPerDay.Best : 0;
    }
}
