using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Uncertainty;
using RailOps.Contracts.V1;
using WireTornadoBar = RailOps.Contracts.V1.TornadoBar;

namespace RailOps.Server.Mapping;

/// <summary>How sure an answer is, as it travels.</summary>
internal static class UncertaintyMapping
{
    /// <summary>Writes the answer.</summary>
    public static UncertaintyResult Write(SampleAnswer answer, long seed, SolveSummary solve)
    {
        var situation = answer.Question.Supply.Situation;
        return new UncertaintyResult
        {
            Headline = answer.Headline,
            Sentences = { answer.Sentences },
            Assumptions = { answer.Assumptions },
            Timeline = situation.Spec.Forces.Timeline.Id,
            Date = situation.ForcesDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Side = situation.SideId,
            DrawsDone = answer.DrawsDone,
            Seed = seed,
            CorrelationRatio = answer.Question.Correlation,
            Fronts = { answer.Fronts.Select(Write) },
            Total = Write(answer.Total),
            CutFrequencies = { answer.Places.Select(Write) },
            AllSustainedRatio = answer.AllMetFrequency,
            Tornado = { answer.Tornado.Select(Write) },
            ParameterCount = answer.ParameterCount,
            TornadoComplete = answer.IsTornadoComplete,
            Solve = solve,
        };
    }

    /// <summary>Writes how far the draws have come.</summary>
    public static SampleProgress Write(SampleState state, TimeSpan elapsed) => new()
    {
        DrawsDone = state.DrawsDone,
        DrawCount = state.DrawCount,
        TrialsDone = state.TrialsDone,
        TrialCount = state.TrialCount,
        SustainedDivisionCount = Count(state.Divisions),
        Elapsed = Duration.FromTimeSpan(elapsed),
    };

    private static FrontUncertainty Write(FrontBand front)
    {
        var message = new FrontUncertainty
        {
            Front = front.Need?.Front.Id ?? "",
            DisplayName = front.Need?.Front.Title ?? "All fronts",
            PresentDivisionCount = front.PresentCount,
            CountedUnit = front.Need?.CountedUnit ?? "division",
            StatedDivisionCount = WireNumbers.Count(front.Stated),
            SustainedDivisionCount = Count(front.Divisions),
            DeliveredTonnesPerDay = Tonnes(front.DeliveredKilogramsPerDay),
        };
        message.Probabilities.Add(front.Chances.Select(c => new CountProbability
        {
            DivisionCount = c.Count, Probability = c.Probability, StandardError = c.StandardError,
        }));
        return message;
    }

    private static CutFrequency Write(CutPlace place) => new()
    {
        Kind = place.Arc.Kind.ToString().ToLowerInvariant(),
        Id = place.Arc.SubjectId,
        DisplayName = place.Arc.DisplayName,
        Railway = place.Arc.Kind == GraphArcKind.Link ? place.Arc.Link!.Link.RailwayId : "",
        Probability = place.Frequency,
        StandardError = place.StandardError,
        Grade = WireEnums.Of(place.Arc.Grade),
    };

    private static WireTornadoBar Write(Analysis.Uncertainty.TornadoBar bar) => new()
    {
        Parameter = bar.Parameter.Id,
        DisplayName = bar.Name,
        Unfavourable = Write(bar.Unfavourable),
        Favourable = Write(bar.Favourable),
        SwingDivisionCount = bar.DivisionSwing,
        SwingTonnesPerDay = WireNumbers.Tonnes(bar.DeliveredSwingKilogramsPerDay),
    };

    private static TornadoEnd Write(Totals totals) => new()
    {
        SustainedDivisionCount = totals.UnitCount, DeliveredTonnesPerDay = WireNumbers.Tonnes(totals.DeliveredKilogramsPerDay),
    };

    private static CountBand Count(Band band) => new()
    {
        Min = band.Smallest, P10 = band.P10, P50 = band.P50, P90 = band.P90, Max = band.Largest, Mean = band.Mean,
    };

    private static AmountBand Tonnes(Band band) => new()
    {
        Min = WireNumbers.Tonnes(band.Smallest),
        P10 = WireNumbers.Tonnes(band.P10),
        P50 = WireNumbers.Tonnes(band.P50),
        P90 = WireNumbers.Tonnes(band.P90),
        Max = WireNumbers.Tonnes(band.Largest),
        Mean = band.Mean / 1000,
    };
}
