using RailOps.Analysis.Comparison;
using RailOps.Contracts.V1;

namespace RailOps.Server.Mapping;

/// <summary>Comparisons as they travel.</summary>
internal static class ComparisonMapping
{
    /// <summary>Writes a comparison.</summary>
    /// <param name="answer">The comparison.</param>
    /// <param name="scenarios">Scenario ids asked for, one per case.</param>
    /// <param name="solves">How each case was solved.</param>
    /// <param name="whole">How all of it was solved.</param>
    /// <returns>The answer.</returns>
    public static CompareTimelinesResponse Write(
        ComparisonAnswer answer, IReadOnlyList<string> scenarios, IReadOnlyList<SolveSummary> solves, SolveSummary whole)
    {
        var response = new CompareTimelinesResponse { Solve = whole };
        for (var i = 0; i < answer.Cases.Length; i++)
        {
            response.Cases.Add(new CaseAssessment
            {
                Label = answer.Cases[i].Label,
                Assessment = SupplyMapping.Write(answer.Assessments[i], scenarios[i], withLinks: false, solves[i]),
            });
        }

        response.Fronts.Add(Fronts(answer));
        response.Attributions.Add(answer.Attributions.Select(Write));
        response.Sentences.Add(answer.Sentences);
        return response;
    }

    private static IEnumerable<FrontComparison> Fronts(ComparisonAnswer answer)
    {
        var ids = answer.Assessments.SelectMany(a => a.Fronts).Select(f => f.Need.Front.Id).Distinct();
        foreach (var id in ids)
        {
            var found = answer.Assessments.Select(a => a.Fronts.FirstOrDefault(f => f.Need.Front.Id == id)).ToList();
            var comparison = new FrontComparison { Front = id, DisplayName = found.First(f => f is not null)!.Need.Front.Title };
            for (var i = 0; i < found.Count; i++)
                comparison.Cells.Add(Cell(answer.Cases[i].Label, found[i], found[0]));
            yield return comparison;
        }
    }

    private static FrontCell Cell(string label, Analysis.Supply.FrontAssessment? front, Analysis.Supply.FrontAssessment? baseline)
    {
        if (front is null)
            return new FrontCell { Label = label };
        var needed = front.NeededKilogramsPerDay.Best;
        return new FrontCell
        {
            Label = label,
            Present = true,
            PresentDivisionCount = front.Need.PresentCount,
            SustainedDivisionCount = WireNumbers.Count(front.SustainedCount),
            DeliveredTonnesPerDay = WireNumbers.Tonnes(front.DeliveredKilogramsPerDay.Best),
            MetRatio = needed == 0 ? 1 : (double)((decimal)front.DeliveredKilogramsPerDay.Best / needed),
            SustainedDivisionDifference = front.SustainedCount.Best - (baseline?.SustainedCount.Best ?? 0),
            DeliveredDifferenceTonnesPerDay =
                WireNumbers.Tonnes(front.DeliveredKilogramsPerDay.Best - (baseline?.DeliveredKilogramsPerDay.Best ?? 0)),
        };
    }

    private static Contracts.V1.Attribution Write(Analysis.Comparison.Attribution attribution)
    {
        var message = new Contracts.V1.Attribution
        {
            Label = attribution.Label,
            SustainedDivisionDifference = attribution.UnitDifference,
            DeliveredDifferenceTonnesPerDay = WireNumbers.Tonnes(attribution.DeliveredKilogramsPerDay),
        };
        message.Parts.Add(attribution.Parts.Select(p => new Contracts.V1.AttributionPart
        {
            Kind = p.Kind,
            Sentence = p.Sentence,
            AloneDivisionDifference = p.AloneUnitDifference,
            AloneDeliveredDifferenceTonnesPerDay = WireNumbers.Tonnes(p.AloneDeliveredKilogramsPerDay),
            LastDivisionDifference = p.LastUnitDifference,
            LastDeliveredDifferenceTonnesPerDay = WireNumbers.Tonnes(p.LastDeliveredKilogramsPerDay),
        }));
        return message;
    }
}
