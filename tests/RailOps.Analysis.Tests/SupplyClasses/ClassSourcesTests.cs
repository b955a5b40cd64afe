using NUnit.Framework;
using RailOps.Analysis.SupplyClasses;
using RailOps.Model;
using RailOps.Model.Doctrine;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Testing;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.SupplyClasses;

/// <summary>Which class comes from where.</summary>
public sealed class ClassSourcesTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;

    private static string[] Of(SupplyClass supplyClass, string timelineId, string side)
    {
        var timeline = Data.Timelines.Single(t => t.Id == timelineId);
        var situation = SituationBuilder.Build(Data, SituationSpec.Of(timeline, timeline.DefaultDate, side, [])).Situation!;
        return [.. ClassSources.Of(situation, withCoal: true).Where(s => ClassSources.ClassesOf(Data.Doctrine, s).Contains(supplyClass)).Select(s => s.StationId).Distinct().Order(StringComparer.Ordinal)];
    }

    [Test]
    public void Fuel_comes_from_the_west_from_the_Emba_and_from_Okha_but_not_from_the_refinery_that_works_it() => Assert.That(
        Of(SupplyClass.Fuel, "japanese-siberia", "soviet"), Is.EqualTo(new[] { "arkhangelsk", "arys", "chelyabinsk", "okha", "sverdlovsk", "vladivostok" }));

    [Test]
    public void Coal_comes_from_Kuzbass_Cheremkhovo_and_Suchan() =>
        Assert.That(Of(SupplyClass.Coal, "japanese-siberia", "soviet"), Is.SupersetOf(new[] { "stalinsk", "kemerovo", "cheremkhovo", "suchan", "raichikha" }));

    [Test]
    public void Japanese_coal_comes_from_Fushun_and_ammunition_from_home_and_from_Mukden()
    {
        Assert.That(Of(SupplyClass.Coal, "storm-in-the-east", "japanese"), Does.Contain("fushun"));
        Assert.That(Of(SupplyClass.Ammunition, "storm-in-the-east", "japanese"), Is.SupersetOf(new[] { "kobe", "shimonoseki", "shenyang" }));
    }

    [Test]
    public void Ammunition_comes_from_the_Urals() =>
        Assert.That(Of(SupplyClass.Ammunition, "storm-in-the-east", "soviet"), Is.SupersetOf(new[] { "sverdlovsk", "chelyabinsk" }).And.No.Member("irkutsk"));

    [Test]
    public void Rows_of_a_station_replace_those_of_its_kind()
    {
        var data = new WorldBuilder()
            .Gives("general", SupplyClass.Fuel).Gives("general", SupplyClass.Ammunition).Gives("general", SupplyClass.Fuel, "a").Gives("oil", SupplyClass.Fuel).Gives("oil", null, "a")
            .Stations("a").Source("a").Source("a", kind: "oil").Source("a", kind: "grain").Build();
        var classes = data.Timelines[0].Sources.Select(s => ClassSources.ClassesOf(data.Doctrine, s).ToArray());
        Assert.That(classes, Is.EqualTo(new[] { new[] { SupplyClass.Fuel }, [], [] }));
    }
}
