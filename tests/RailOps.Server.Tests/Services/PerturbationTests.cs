using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>
/// Laws of more and less, over all timelines and sides in attack, when supply is scarcest. The delivery is read from the exported graph:
/// its maximum flow is what an assessment delivers (<see cref="ExportTests"/>), at a tenth of the time. What holds under the priority policy: tonnes delivered
/// to all fronts together and the divisions of the first front never move against the capacity. The count of a later front may (SupplyAssessorTests has the smallest
/// example): a larger division before it takes what it had.
/// </summary>
[TestFixture]
internal sealed class PerturbationTests
{
    private const int SampleSize = 20;
    private const int Seed = 19401;
    private const string Tonnes = "t/day";
    private const double Kilogram = 0.001;

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public void Removing_any_link_never_raises_the_delivery(string timeline, string side)
    {
        var links = Links(timeline, side);
        var before = Delivered(timeline, side);

        foreach (var link in links.Where(l => l.CapacityTonnesPerDay.Best != 0))
            Assert.That(Delivered(timeline, side, Ask.Close(link.Link)), Is.LessThanOrEqualTo(before + Kilogram), $"without {link.Link}, t/day");
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public void Doubling_the_train_pairs_of_a_link_never_lowers_the_delivery(string timeline, string side)
    {
        var before = Delivered(timeline, side);

        foreach (var link in Links(timeline, side).Where(HasTrains))
        {
            var pairs = link.Steps[0].Value.Best;
            var after = Delivered(timeline, side, Ask.Set(link.Link, "train_pairs_per_day", 2 * pairs));
            Assert.That(after, Is.GreaterThanOrEqualTo(before - Kilogram), $"{link.Link} with {2 * pairs} train pairs a day, t/day");
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public void Doubling_the_tonnes_of_a_road_or_sea_link_never_lowers_the_delivery(string timeline, string side)
    {
        var before = Delivered(timeline, side);

        foreach (var link in Links(timeline, side).Where(HasTonnes))
        {
            var tonnes = link.Steps.First(s => s.Unit == Tonnes).Value.Best; // before season and damage, which cut what is set too
            var after = Delivered(timeline, side, Ask.Set(link.Link, "capacity_tonnes_per_day", 2 * tonnes));
            Assert.That(after, Is.GreaterThanOrEqualTo(before - Kilogram), $"{link.Link} with {2 * tonnes} t/day");
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public void Doubling_a_source_port_or_gauge_break_never_lowers_the_delivery(string timeline, string side)
    {
        var before = Delivered(timeline, side);

        foreach (var (station, tonnes) in StationLimits(timeline, side))
        {
            var after = Delivered(timeline, side, Ask.Set($"station:{station}", "capacity_tonnes_per_day", 2 * (double)tonnes));
            Assert.That(after, Is.GreaterThanOrEqualTo(before - Kilogram), $"{station} with twice {tonnes} t/day");
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public void The_first_front_never_loses_divisions_by_more_capacity_nor_gains_by_less(string timeline, string side)
    {
        var before = FirstFront(timeline, side);

        foreach (var link in Sample(Links(timeline, side).Where(HasTrains)))
        {
            var more = FirstFront(timeline, side, Ask.Set(link.Link, "train_pairs_per_day", 2 * link.Steps[0].Value.Best));
            var less = FirstFront(timeline, side, Ask.Close(link.Link));
            Assert.That(more, Is.GreaterThanOrEqualTo(before), $"divisions of the first front, {link.Link} doubled");
            Assert.That(less, Is.LessThanOrEqualTo(before), $"divisions of the first front, {link.Link} closed");
        }
    }

    [Test]
    public void Removing_every_full_place_of_what_binds_leaves_nothing_but_the_needs_met()
    {
        var request = Ask.Assess("history-1939", "1939-08-20");
        request.Posture = Posture.Attack;
        var cut = RealServer.Api.AssessSupply(request, CancellationToken.None).BindingCut;
        var links = cut.Elements.Where(e => e.Kind == CutElementKind.Link && e.CapacityTonnesPerDay > 0).ToList();
        Assert.That(links, Is.Not.Empty, cut.Sentence);

        var after = Delivered("history-1939", "soviet", [.. links.Select(e => Ask.Close(e.Id))]);

        Assert.That(after, Is.EqualTo(cut.CapacityTonnesPerDay - links.Sum(e => e.CapacityTonnesPerDay)).Within(Kilogram), "closing a cut takes away just its capacity");
    }

    [Test]
    public void Derating_a_link_lies_between_closing_it_and_leaving_it()
    {
        foreach (var left in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            var (less, more) = (Delivered("history-1940", "soviet", Ask.Derate("irkutsk--port-baikal", left)), Delivered("history-1940", "soviet"));
            Assert.That(less, Is.LessThanOrEqualTo(more + Kilogram));
            Assert.That(less, Is.GreaterThanOrEqualTo(Delivered("history-1940", "soviet", Ask.Close("irkutsk--port-baikal")) - Kilogram));
        }

        Assert.That(
            Delivered("history-1940", "soviet", Ask.Derate("irkutsk--port-baikal", 0)),
            Is.EqualTo(Delivered("history-1940", "soviet", Ask.Close("irkutsk--port-baikal"))));
        Assert.That(
            Delivered("history-1940", "soviet", Ask.Close("irkutsk--port-baikal"), new Change { Repair = new RepairChange { Target = "irkutsk--port-baikal" } }),
            Is.EqualTo(Delivered("history-1940", "soviet")), "a repair undoes what was done before it");
    }

    private static bool HasTrains(LinkAssessment link) => link.Mode == "rail" && link.Steps is [{ Unit: "train pairs a day" }, ..];

    private static bool HasTonnes(LinkAssessment link) => link.Mode != "rail" && link.Steps.Any(s => s.Unit == Tonnes);

    // What a change sets at a station, it sets for its sources, its port and its gauge break alike; so twice the largest of them lowers none.
    private static IEnumerable<(string Station, decimal TonnesPerDay)> StationLimits(string timeline, string side)
    {
        var told = RealServer.Data.Timelines.Single(t => t.Id == timeline);
        var sources = told.Sources.Where(s => s.SideId == side && told.CountedSupplyKinds.Contains(s.Kind)).ToList();
        var unlimited = sources.Where(s => s.TonnesPerDay is null).Select(s => s.StationId).ToHashSet(StringComparer.Ordinal);
        var limits = sources.Where(s => s.TonnesPerDay is not null).Select(s => (s.StationId, s.TonnesPerDay!.Value.High))
            .Concat(RealServer.Data.Base.StationCapacities.Select(c => (c.StationId, c.TonnesPerDay.High)));
        return limits.Where(l => !unlimited.Contains(l.StationId)).GroupBy(l => l.StationId, StringComparer.Ordinal).Select(g => (g.Key, g.Max(l => l.High)));
    }

    private static long FirstFront(string timeline, string side, params Change[] changes)
    {
        var request = Ask.Assess(Ask.About(timeline, "", side, changes));
        request.Posture = Posture.Attack;
        return RealServer.Api.AssessSupply(request, CancellationToken.None).Fronts[0].SustainedDivisionCount.Best;
    }

    private static IReadOnlyList<LinkAssessment> Links(string timeline, string side)
    {
        var request = Ask.Assess(timeline, "", side);
        (request.View, request.Posture) = (AssessmentView.Full, Posture.Attack);
        return RealServer.Api.AssessSupply(request, CancellationToken.None).Links;
    }

    // Half of it links that carry something: elsewhere a law is kept too easily.
    private static IEnumerable<LinkAssessment> Sample(IEnumerable<LinkAssessment> links)
    {
        var shuffled = links.ToArray();
        Assert.That(shuffled, Is.Not.Empty);
        new Random(Seed).Shuffle(shuffled);
        var used = shuffled.Where(l => l.UtilisationRatio > 0).OrderByDescending(l => l.UtilisationRatio).Take(SampleSize / 2).ToList();
        return used.Concat(shuffled.Except(used)).Take(SampleSize);
    }

    private static double Delivered(string timeline, string side, params Change[] changes)
    {
        var request = new ExportCapacityGraphRequest { Scenario = Ask.About(timeline, "", side, changes), Posture = Posture.Attack };
        return RealServer.Api.ExportCapacityGraph(request, CancellationToken.None).MaxFlowTonnesPerDay;
    }
}
