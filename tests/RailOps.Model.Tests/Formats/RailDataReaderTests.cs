using NUnit.Framework;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;

namespace RailOps.Model.Tests.Formats;

[TestFixture]
public sealed class RailDataReaderTests
{
    private static readonly string[] BookAndMap = ["book", "map"];

    [Test]
    public void A_complete_folder_loads_without_a_problem()
    {
        using var networks = new TinyNetworks();
        var result = networks.Load();
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Data, Is.Not.Null);
    }

    [Test]
    public void Stations_and_links_hold_what_the_tables_say()
    {
        var network = Load().Base;
        var station = network.StationById["alpha"];
        Assert.That(station, Is.EqualTo(new Station("alpha", "Alpha", "Old Alpha", 50, 100, "USSR", "station", station.Evidence)));
        Assert.That(network.StationById["beta"].Evidence.Note, Is.EqualTo("first line\nsecond line"));
        Assert.That(network.StationById["beta"].Evidence.SourceIds, Is.EqualTo(BookAndMap));
        var link = network.LinkById["beta--gamma"];
        Assert.That(link, Is.EqualTo(new Link(
            "beta--gamma", "beta", "gamma", "roads", "soviet", LinkMode.Road, 90, new(1900, 1, 1), new(1950, 1, 1), IsOptional: true, "mud", link.Evidence)));
        Assert.That(link.Evidence.Grade, Is.EqualTo(Grade.B));
        Assert.That(network.LinkById["alpha--beta"].Opened, Is.EqualTo(new DateOnly(1903, 7, 1)));
    }

    [Test]
    public void Figures_hold_their_range_and_their_dates()
    {
        var network = Load().Base;
        var tracks = network.ValueOn("alpha--beta", Quantity.TrackCount, new(1929, 12, 31));
        Assert.That(tracks!.Value, Is.EqualTo(Estimate.Exactly(1)));
        Assert.That(tracks.HasRange, Is.False);
        Assert.That(network.ValueOn("alpha--beta", Quantity.TrackCount, new(1930, 1, 1))!.Value.Best, Is.EqualTo(2));
        var pairs = network.ValueOn("alpha--beta", Quantity.TrainPairsPerDay, new(1940, 1, 1));
        Assert.That(pairs!.Value, Is.EqualTo(new Estimate(10, 12, 14.5m)));
        Assert.That(pairs.HasRange, Is.True);
    }

    [Test]
    public void Points_ports_gauge_breaks_and_seasons_are_read()
    {
        var network = Load().Base;
        Assert.That(network.PointById["long-tunnel"].LengthMetres, Is.EqualTo(750));
        Assert.That(network.PointById["long-tunnel"].LinkIds, Is.EqualTo(new[] { "alpha--beta" }));
        Assert.That(network.StationCapacityOn("beta", StationCapacityKind.Port, new(1940, 1, 1))!.TonnesPerDay, Is.EqualTo(new Estimate(100, 200, 300)));
        Assert.That(network.StationCapacityOn("gamma", StationCapacityKind.GaugeBreak, new(1940, 1, 1))!.TonnesPerDay, Is.EqualTo(Estimate.Exactly(400)));
        Assert.That(network.SeasonOn("mud", new(1940, 4, 15))!.Factor.Best, Is.EqualTo(0.3m));
        Assert.That(network.SeasonOn("mud", new(1940, 1, 15))!.Factor.Best, Is.EqualTo(1));
    }

    [Test]
    public void Formations_join_with_their_consumption()
    {
        var doctrine = Load().Doctrine;
        var division = doctrine.FormationById["SU_RD"];
        Assert.That(division.NeedTonnesPerDay(Posture.Attack), Is.EqualTo(new Estimate(120, 220, 350)));
        Assert.That(division.TailRatio(Posture.Defence), Is.EqualTo(0.6m));
        Assert.That(division.TailId, Is.EqualTo("SU_TAIL"));
        Assert.That(doctrine.FactorOn(PlanningFactorIds.PlanningShare, "soviet", new(1940, 1, 1)).Value, Is.EqualTo(new Estimate(1, 2, 3)));
    }

    [Test]
    public void A_timeline_holds_what_its_file_says()
    {
        var timeline = Load().Timelines.Single();
        Assert.That(timeline.Id, Is.EqualTo("tiny"));
        Assert.That(timeline.IsFictional, Is.True);
        Assert.That(timeline.Sides.Select(s => s.Id), Is.EqualTo(new[] { "soviet", "japanese" }));
        Assert.That(timeline.OptionalLinks.Single().RailwayId, Is.EqualTo("roads"));
        Assert.That(timeline.Control[1].SideId, Is.Empty);
        Assert.That(timeline.Control[1].From, Is.EqualTo(new DateOnly(1940, 5, 1)));
        Assert.That(timeline.Sources[0].TonnesPerDay, Is.Null);
        Assert.That(timeline.Sources[1].TonnesPerDay, Is.EqualTo(new Estimate(1, 2, 3)));
        Assert.That(timeline.AttackMeans.Single().RepairDays, Is.EqualTo(new Estimate(20, 45, 120)));
    }

    [Test]
    public void A_means_of_attack_holds_what_it_takes_and_strikes()
    {
        var data = Load();
        var use = data.Timelines.Single().AttackMeans.Single().Use!;
        Assert.That((use.Resource, use.CostCount, use.AttackLimitCount, use.ReachKm, use.IsTogether), Is.EqualTo(("raids", 2L, 3L, 400m, false)));
        Assert.That(use.Strikes.Select(s => s.ToString()), Is.EqualTo(new[] { "point:long-tunnel", "every:railway-link" }));
        Assert.That(use.Strikes.SelectMany(s => s.Select(data.Base)).Select(t => $"{t.Kind} {t.Id}"), Is.EqualTo(new[] { "Point long-tunnel", "Link alpha--beta" }));
    }

    [Test]
    public void A_front_holds_its_entries_and_orders_of_battle()
    {
        var front = Load().Timelines.Single().Fronts.Single();
        Assert.That(front.Entries.Single().RoadLegKm, Is.EqualTo(15));
        Assert.That(front.TruckCount, Is.EqualTo(new Estimate(500, 1000, 2000)));
        Assert.That(front.Weight, Is.EqualTo(2));
        Assert.That(front.FormationsOn(new(1940, 6, 1)).Single().Count, Is.EqualTo(10.5m));
        Assert.That(front.FormationsOn(new(1940, 7, 1)), Is.Empty);
    }

    [Test]
    public void Every_kind_of_change_is_read()
    {
        Change[] expected =
        [
            new Change.Close("long-tunnel"), new Change.Derate("side:soviet", 0.05m), new Change.Open("roads"),
            new Change.Capture("gamma", "japanese"), new Change.Repair("alpha--beta"), new Change.Set("alpha", Quantity.CapacityTonnesPerDay, 0),
        ];
        Assert.That(Load().Timelines.Single().Events.Single().Changes, Is.EqualTo(expected));
    }

    [Test]
    public void A_network_given_by_capacities_alone_is_read_and_other_folders_are_not()
    {
        var network = Load().CapacityNetworks.Single();
        Assert.That(network.Id, Is.EqualTo("plain"));
        Assert.That(network.CapacityUnit, Is.EqualTo("tons"));
        Assert.That(network.Nodes, Is.EqualTo(new[] { KeyValuePair.Create("a", "Node A"), KeyValuePair.Create("b", "") }));
        Assert.That(network.Edges, Is.EqualTo(new[] { new CapacityEdge("ab", "a", "b", 12, IsDirected: false), new CapacityEdge("ba", "b", "a", null, IsDirected: true) }));
    }

    [Test]
    public void The_revision_is_the_same_for_the_same_files_and_another_after_any_edit()
    {
        using var networks = new TinyNetworks();
        var revision = networks.Load().Data!.Revision;
        Assert.That(revision, Does.Match("^[0-9a-f]{16}$"));
        Assert.That(networks.Load().Data!.Revision, Is.EqualTo(revision));
        using var copy = new TinyNetworks();
        Assert.That(copy.Load().Data!.Revision, Is.EqualTo(revision), "the place of the folder does not matter");
        Assert.That(networks.Replace("base/railways.csv", "Main line", "Main Line").Load().Data!.Revision, Is.Not.EqualTo(revision));
    }

    private static RailData Load()
    {
        using var networks = new TinyNetworks();
        return networks.Load().Data!;
    }
}
