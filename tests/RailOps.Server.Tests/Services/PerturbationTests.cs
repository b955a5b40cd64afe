using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>
/// Laws of more and less, over all timelines and sides in attack, when supply is scarcest. The delivery is read from the exported graph:
/// its maximum flow is what an assessment delivers (<see cref="ExportTests"/>), at a tenth of the time.
/// </summary>
[TestFixture]
internal sealed class PerturbationTests
{
    private const int SampleSize = 60;
    private const int Seed = 19401;
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

        foreach (var link in Sample(Links(timeline, side).Where(HasTrains)))
        {
            var pairs = link.Steps[0].Value.Best;
            var after = Delivered(timeline, side, Ask.Set(link.Link, "train_pairs_per_day", 2 * pairs));
            Assert.That(after, Is.GreaterThanOrEqualTo(before - Kilogram), $"{link.Link} with {2 * pairs} train pairs a day, t/day");
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
