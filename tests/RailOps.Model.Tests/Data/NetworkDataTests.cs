using System.Text.Json;
using NUnit.Framework;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using RailOps.Testing;

namespace RailOps.Model.Tests.Data;

/// <summary>
/// The data of the repository. Ids, references and ranges are the reader's work, tested on small data; here the promises are checked
/// again from the loaded model, by other means.
/// </summary>
[TestFixture]
public sealed class NetworkDataTests
{
    private static readonly LoadResult Loaded = RailDataReader.Load(RepositoryFolder.Networks);

    private static RailData Data => Loaded.Data ?? throw new InvalidOperationException(string.Join('\n', Loaded.Problems));

    [Test]
    public void The_data_load_without_an_error() =>
        Assert.That(Loaded.Problems.Where(p => p.Severity == ProblemSeverity.Error), Is.Empty);

    [Test]
    public void Ids_are_unique_over_links_and_points_and_over_stations()
    {
        Assert.That(Data.Base.Links.Select(l => l.Id).Concat(Data.Base.Points.Select(p => p.Id)), Is.Unique);
        Assert.That(Data.Base.Stations.Select(s => s.Id), Is.Unique);
    }

    [Test]
    public void Every_figure_has_a_grade_and_a_source_that_exists()
    {
        var bad = AllEvidence().Where(x => !Enum.IsDefined(x.Evidence.Grade) || x.Evidence.SourceIds.IsEmpty || !x.Evidence.SourceIds.All(Data.Base.SourceById.ContainsKey));
        Assert.That(bad.Select(x => x.Where), Is.Empty);
        Assert.That(AllEvidence().Count(), Is.GreaterThan(2000), "the base alone has more figures than that");
    }

    [Test]
    public void Every_station_has_a_link()
    {
        var touched = Data.Base.Links.SelectMany(l => new[] { l.FromId, l.ToId }).ToHashSet();
        Assert.That(Data.Base.Stations.Select(s => s.Id).Where(id => !touched.Contains(id)), Is.Empty);
    }

    [Test]
    public void Every_link_has_a_length() => Assert.That(Data.Base.Links.Where(l => l.LengthKm <= 0).Select(l => l.Id), Is.Empty);

    /// <summary>
    /// The chord through the Earth is never longer than the way over it, so this bound needs no formula of the reader. Positions are those
    /// of towns and may be a kilometre off at each end, hence 2 km.
    /// </summary>
    [Test]
    public void No_rail_link_is_shorter_than_the_straight_line_between_its_stations()
    {
        var bad = Data.Base.Links.Where(l => l.Mode == LinkMode.Rail && (double)l.LengthKm < ChordKm(l) - 2);
        Assert.That(bad.Select(l => $"{l.Id}: {l.LengthKm} km, straight {ChordKm(l):0.0} km"), Is.Empty);
    }

    [Test]
    public void Every_front_has_entries_that_are_stations_with_links()
    {
        var touched = Data.Base.Links.SelectMany(l => new[] { l.FromId, l.ToId }).ToHashSet();
        var bad = Data.Timelines.SelectMany(t => t.Fronts.Where(f => f.Entries.IsEmpty || !f.Entries.All(e => touched.Contains(e.StationId))).Select(f => $"{t.Id} {f.Id}"));
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void The_timelines_are_all_there() => Assert.That(Data.Timelines.Select(t => t.Id), Is.EqualTo(new[]
    {
        "august-storm-1945", "history-1939", "history-1940", "japanese-siberia", "russo-japanese-war-1904", "storm-in-the-east",
    }));

    [Test]
    public void Every_side_has_an_opponent_a_source_of_a_counted_kind_and_a_front_on_the_default_date()
    {
        var bad = from t in Data.Timelines
                  from side in t.Sides
                  let fed = t.Sources.Any(s => s.SideId == side.Id && t.CountedSupplyKinds.Contains(s.Kind))
                  let fighting = t.Fronts.Any(f => f.SideId == side.Id && f.ExistsOn(t.DefaultDate))
                  where !fed || !fighting || side.Id == side.OpponentId
                  select $"{t.Id} {side.Id}: fed {fed}, fighting {fighting}";
        Assert.That(bad, Is.Empty);
    }

    /// <summary>Counts as SOURCE.md of the folder states them; the flow and the cut are those of the report (RM-1573, 1955).</summary>
    [Test]
    public void Harris_and_Ross_have_their_nodes_and_edges_and_a_cut_that_adds_up()
    {
        var network = Data.CapacityNetworks.Single(n => n.Id == "harris-ross-1955");
        Assert.That(network.Nodes, Has.Length.EqualTo(55));
        Assert.That(network.Edges, Has.Length.EqualTo(119));
        Assert.That(network.Edges.Count(e => e.Capacity is null), Is.EqualTo(15));
        Assert.That(network.Edges.Count(e => e.IsDirected), Is.Zero);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Networks, network.Id, "expected.json")));
        var cut = expected.RootElement.GetProperty("cut_edge_ids").EnumerateArray().Select(x => x.GetString());
        Assert.That(network.Edges.Where(e => cut.Contains(e.Id)).Sum(e => e.Capacity), Is.EqualTo(163));
    }

    private static IEnumerable<(string Where, Evidence Evidence)> AllEvidence() =>
        Data.Base.Stations.Select(x => (x.Id, x.Evidence))
            .Concat(Data.Base.Links.Select(x => (x.Id, x.Evidence)))
            .Concat(Data.Base.Points.Select(x => (x.Id, x.Evidence)))
            .Concat(Data.Base.Values.Select(x => ($"{x.SubjectId} {x.Quantity}", x.Evidence)))
            .Concat(Data.Base.StationCapacities.Select(x => ($"{x.StationId} {x.Kind}", x.Evidence)))
            .Concat(Data.Doctrine.Formations.Select(x => (x.Id, x.Evidence)))
            .Concat(Data.Doctrine.PlanningFactors.Select(x => ($"{x.Id} {x.Scope}", x.Evidence)))
            .Concat(Data.Timelines.SelectMany(t => t.Sources.Select(x => ($"{t.Id} {x.StationId}", x.Evidence))))
            .Concat(Data.Timelines.SelectMany(t => t.Fronts.Select(x => ($"{t.Id} {x.Id}", x.Evidence))))
            .Concat(Data.Timelines.SelectMany(t => t.AttackMeans.Select(x => ($"{t.Id} {x.Means}", x.Evidence))))
            .Concat(
                from t in Data.Timelines
                from front in t.Fronts
                from strength in front.Strengths
                from row in strength.Formations
                select ($"{t.Id} {front.Id} {row.Name}", row.Evidence));

    private static double ChordKm(Link link)
    {
        const double RadiusKm = 6371.0088;
        var (a, b) = (Vector(link.FromId), Vector(link.ToId));
        return RadiusKm * Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2) + Math.Pow(a.Z - b.Z, 2));
    }

    private static (double X, double Y, double Z) Vector(string stationId)
    {
        var station = Data.Base.StationById[stationId];
        var (phi, lambda) = (double.DegreesToRadians(station.LatitudeDegrees), double.DegreesToRadians(station.LongitudeDegrees));
        return (Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }
}
