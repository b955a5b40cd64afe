using Google.Protobuf.WellKnownTypes;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Shell;

/// <summary>Small answers with figures made up for the tests of the shell.</summary>
internal static class Samples
{
    public static AssessSupplyResponse Assessment() => new()
    {
        Timeline = "sample",
        Date = "1940-06-01",
        Side = "soviet",
        Policy = AllocationPolicy.Priority,
        AppliedChanges = { new AppliedChange { Sentence = "Tunnel closed.", Event = "raid" }, new AppliedChange { Sentence = "Bridge at half." } },
        Fronts =
        {
            new FrontAssessment
            {
                GradeShares = { new GradeShare { Grade = Grade.B, ShareRatio = 0.375 }, new GradeShare { Grade = Grade.D, ShareRatio = 0.625 } },
                Front = "primorye",
                DisplayName = "Primorye",
                Priority = 1,
                Posture = Posture.Defence,
                CountedUnit = "division",
                PresentDivisionCount = 20,
                SustainedDivisionCount = Count(12, 14, 17),
                SustainableAloneDivisionCount = Count(15, 18, 22),
                NeededTonnesPerDay = Range(8000, 9000, 10000),
                DeliveredTonnesPerDay = Range(5600, 6300, 7650),
                MetRatio = Range(0.7, 0.7, 0.765),
                Reachable = true,
                Chain = new SupplyChain { Steps = { "14 train pairs a day.", "6,300 tonnes a day: 14 divisions." } },
            },
            new FrontAssessment
            {
                Front = "transbaikal",
                DisplayName = "Transbaikal",
                Priority = 2,
                Posture = Posture.Rest,
                CountedUnit = "division",
                PresentDivisionCount = 4,
                SustainedDivisionCount = Count(4, 4, 4),
                SustainableAloneDivisionCount = Count(9, 9, 9),
                NeededTonnesPerDay = Range(800, 800, 800),
                DeliveredTonnesPerDay = Range(800, 800, 800),
                MetRatio = Range(1, 1, 1),
                Reachable = true,
                Chain = new SupplyChain { Steps = { "Nothing is short here." } },
            },
        },
        SustainedDivisionCount = Count(16, 18, 21),
        PresentDivisionCount = 24,
        NeededTonnesPerDay = Range(8800, 9800, 10800),
        DeliveredTonnesPerDay = Range(6400, 7100, 8450),
        BindingCut = new Cut
        {
            GradeShares = { new GradeShare { Grade = Grade.B, ShareRatio = 1 } },
            CapacityTonnesPerDay = 7100,
            Sentence = "One stretch holds everything back.",
            Unique = true,
            Elements =
            {
                new CutElement
                {
                    Kind = CutElementKind.Link,
                    Id = "a--b",
                    DisplayName = "Слюдянка - [Kultuk]",
                    Railway = "trans-siberian",
                    CapacityTonnesPerDay = 7100,
                    GainOfOneTrainPair = new Gain { AddedDeliveredTonnesPerDay = 450, AddedDivisionCount = 1 },
                    Grade = Grade.B,
                },
            },
        },
        Explanation = new Explanation { Headline = "18 of 24 divisions can be sustained.", Sentences = { "Primorye is short." }, Assumptions = { "Civil trains: 6 pairs (grade C)." } },
        Warnings = { new Warning { Code = "GRADE_D", Message = "One figure is assumed." } },
        Solve = new SolveSummary
        {
            Termination = Termination.Optimal,
            Solver = "dinic",
            SolverVersion = "0.1.0",
            SolveDuration = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(1.25)),
            CertificateAccepted = true,
            CertificateSentence = "Flow and cut agree.",
            NetworkRevision = "0123456789abcdef",
            TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
            SolveCount = 12,
        },
    };

    public static CompareTimelinesResponse Comparison() => new()
    {
        Sentences = { "B sustains 6 divisions fewer." },
        Cases =
        {
            new CaseAssessment { Label = "sample", Assessment = Assessment() },
            new CaseAssessment { Label = "sample+close:tunnel", Assessment = Assessment() },
        },
        Fronts =
        {
            new FrontComparison
            {
                Front = "primorye",
                DisplayName = "Primorye",
                Cells =
                {
                    new FrontCell { Label = "sample", Present = true, PresentDivisionCount = 20, SustainedDivisionCount = Count(12, 14, 17), DeliveredTonnesPerDay = 6300 },
                    new FrontCell
                    {
                        Label = "sample+close:tunnel", Present = true, PresentDivisionCount = 20, SustainedDivisionCount = Count(7, 8, 9),
                        DeliveredTonnesPerDay = 3600, SustainedDivisionDifference = -6, DeliveredDifferenceTonnesPerDay = -2700,
                    },
                },
            },
            new FrontComparison
            {
                Front = "korea",
                DisplayName = "Korea",
                Cells =
                {
                    new FrontCell { Label = "sample", Present = true, PresentDivisionCount = 1, SustainedDivisionCount = Count(1, 1, 1), DeliveredTonnesPerDay = 450 },
                    new FrontCell { Label = "sample+close:tunnel", Present = false },
                },
            },
        },
        Attributions =
        {
            new Attribution
            {
                Label = "sample+close:tunnel",
                SustainedDivisionDifference = -6,
                DeliveredDifferenceTonnesPerDay = -2700,
                Parts =
                {
                    new AttributionPart
                    {
                        Kind = "change", Sentence = "Tunnel closed.", AloneDivisionDifference = -6, AloneDeliveredDifferenceTonnesPerDay = -2700,
                        LastDivisionDifference = -5, LastDeliveredDifferenceTonnesPerDay = -2250,
                    },
                },
            },
        },
    };

    public static ExportCapacityGraphResponse Graph() => new()
    {
        Arcs =
        {
            new ExportedArc { From = "SOURCE", To = "sverdlovsk", CapacityTonnesPerDay = -1, LinkId = "sverdlovsk", Mode = "supply" },
            new ExportedArc { From = "a", To = "b", CapacityTonnesPerDay = 1234.5, LinkId = "a, \"b\"", Mode = "rail" },
        },
        MaxFlowTonnesPerDay = 1234.5,
        NetworkRevision = "0123456789abcdef",
    };

    public static CountEstimate Count(long low, long best, long high) => new() { Low = low, Best = best, High = high };

    public static Estimate Range(double low, double best, double high) => new() { Low = low, Best = best, High = high };
}
