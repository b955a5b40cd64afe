using RailOps.Analysis.Criticality;
using RailOps.Contracts.V1;
using RailOps.Model.Scenarios;

namespace RailOps.Server.Mapping;

/// <summary>Rankings as they travel.</summary>
internal static class CriticalityMapping
{
    private static readonly TargetKind[] AllKinds = [TargetKind.Link, TargetKind.Point, TargetKind.Station, TargetKind.Railway];

    /// <summary>Reads the kinds wanted.</summary>
    /// <param name="kinds">Kinds of the request; empty or unspecified: all.</param>
    /// <returns>Kinds of the model.</returns>
    public static IReadOnlyCollection<TargetKind> Read(IReadOnlyCollection<CriticalItemKind> kinds) =>
        kinds.Count == 0 || kinds.Contains(CriticalItemKind.Unspecified) ? AllKinds : [.. AllKinds.Where(k => kinds.Contains(Of(k)))];

    /// <summary>Writes a ranking.</summary>
    /// <param name="answer">The ranking.</param>
    /// <param name="solve">How it was solved.</param>
    /// <returns>The answer.</returns>
    public static RankCriticalLinksResponse Write(CriticalityAnswer answer, SolveSummary solve)
    {
        var response = new RankCriticalLinksResponse
        {
            SustainedDivisionCount = answer.SustainedCount.Best,
            SustainedDivisionEstimate = WireNumbers.Count(answer.SustainedCount),
            DeliveredTonnesPerDay = WireNumbers.Tonnes(answer.DeliveredKilogramsPerDay),
            ExaminedItemCount = answer.ExaminedCount,
            Headline = answer.Headline,
            Solve = solve,
        };
        response.Items.Add(answer.Items.Select(Write));
        return response;
    }

    /// <summary>Writes what one front loses.</summary>
    /// <param name="loss">The loss.</param>
    /// <returns>The loss.</returns>
    public static Contracts.V1.FrontLoss Write(Analysis.Criticality.FrontLoss loss) => new()
    {
        Front = loss.Front.Id,
        DisplayName = loss.Front.Title,
        LostDivisionCount = loss.LostCount,
        LostTonnesPerDay = WireNumbers.Tonnes(loss.LostKilogramsPerDay),
    };

    private static Contracts.V1.CriticalItem Write(Analysis.Criticality.CriticalItem item)
    {
        var message = new Contracts.V1.CriticalItem
        {
            Rank = item.Rank,
            Kind = Of(item.Target.Kind),
            Id = item.Target.Id,
            DisplayName = item.Target.DisplayName,
            SustainedDivisionCount = item.SustainedCount.Best,
            SustainedDivisionEstimate = WireNumbers.Count(item.SustainedCount),
            LostDivisionCount = item.LostCount,
            LostTonnesPerDay = WireNumbers.Tonnes(item.LostKilogramsPerDay),
        };
        message.Fronts.Add(item.Fronts.Select(Write));
        return message;
    }

    private static CriticalItemKind Of(TargetKind kind) => kind switch
    {
        TargetKind.Point => CriticalItemKind.Point,
        TargetKind.Station => CriticalItemKind.Station,
        TargetKind.Railway => CriticalItemKind.Railway,
        _ => CriticalItemKind.Link,
    };
}
