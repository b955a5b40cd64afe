using NUnit.Framework;
using RailOps.Model.Capacity;
using RailOps.Model.Units;

namespace RailOps.Model.Tests.Capacity;

/// <summary>Worked examples of the sources.</summary>
public sealed class FormulaTests
{
    [TestCase(40, 21, 12, 6.0, TestName = "Siberian line 1904: crossing places 40 km apart give the 6 pairs that were declared")]
    [TestCase(20, 21, 12, 11.4, TestName = "Siberian line October 1904: half the distance gives about 12")]
    [TestCase(13, 25, 12, 19.4, TestName = "Manchurian lines of the 1930s")]
    public void Single_track_formula_gives_the_worked_examples(double spacingKm, double speed, double lossMinutes, double pairs) =>
        Assert.That((double)TrackFormulas.SingleTrackPairsPerDay((decimal)spacingKm, (decimal)speed, (decimal)lossMinutes), Is.EqualTo(pairs).Within(0.1));

    [Test]
    public void The_planned_pairs_of_a_single_line_are_whole_and_ordered()
    {
        var pairs = TrackFormulas.PlannedSingleTrack(
            new Estimate(8, 13, 16), new Estimate(18, 25, 35), new Estimate(8, 12, 18), new Estimate(0.75m, 0.87m, 0.92m));
        Assert.That(pairs, Is.EqualTo(new Estimate(8, 16, 37)));
    }

    [Test]
    public void Six_thousand_trucks_over_700_km_deliver_what_was_planned_for_Khalkhin_Gol() =>
        Assert.That((double)RoadFormulas.DeliveredTonnesPerDay(6000, 0.85m, 2700, 0.30m, 700, 262.5m, 0.7m), Is.EqualTo(1927).Within(5));

    [Test]
    public void Two_thousand_trucks_over_200_km_deliver_what_the_Japanese_army_got() =>
        Assert.That((double)RoadFormulas.DeliveredTonnesPerDay(2000, 0.85m, 1900, 0.22m, 200, 220m, 0.2m), Is.EqualTo(1526).Within(80));

    [Test]
    public void Beyond_the_fuel_range_nothing_arrives() =>
        Assert.That(RoadFormulas.DeliveredTonnesPerDay(1000, 0.85m, 2700, 0.30m, 4500, 262.5m, 0.7m), Is.Zero);

    [FsCheck.NUnit.Property]
    public bool A_longer_road_never_delivers_more(ushort metres, ushort more)
    {
        decimal At(decimal km) => RoadFormulas.DeliveredTonnesPerDay(1000, 0.85m, 2700, 0.30m, km, 262.5m, 0.7m);
        return At(metres / 10m + more / 10m) <= At(metres / 10m);
    }

    [Test]
    public void Nonsense_is_refused()
    {
        Assert.That(() => TrackFormulas.SingleTrackPairsPerDay(0, 21, 12), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => TrackFormulas.SingleTrackPairsPerDay(20, 0, 12), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => RoadFormulas.DeliveredTonnesPerDay(1, 1, 1, 1, 1, 0, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
