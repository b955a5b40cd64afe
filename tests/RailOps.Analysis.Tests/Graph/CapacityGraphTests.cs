using NUnit.Framework;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Model.Network;
using RailOps.Model.Units;
using RailOps.Solvers.Flow;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Graph;

public sealed class CapacityGraphTests
{
    private static long Flow(WorldBuilder world)
    {
        var situation = world.Situation().Situation!;
        var graph = CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, null));
        var session = new MaxFlowSession(graph.FlowGraphOf(EstimateLevel.Best), graph.Source, graph.Sink);
        session.Augment(CancellationToken.None);
        return session.Value / 1000;
    }

    private static WorldBuilder Break(int secondGauge) => new WorldBuilder().Stations("a", "border", "b")
        .Rail("a--border", 10).Rail("border--b", 10, secondGauge)
        .Formation("DIV", 5000).Source("a").Front("f", "b", "DIV", 1);

    [Test]
    public void Trains_pass_where_the_gauge_is_the_same() => Assert.That(Flow(Break(1524)), Is.EqualTo(1000), "t/day");

    [Test]
    public void No_train_passes_a_gauge_break_without_reloading() => Assert.That(Flow(Break(1435)), Is.Zero, "t/day");

    [Test]
    public void Reloading_limits_what_passes_a_gauge_break() =>
        Assert.That(Flow(Break(1435).StationLimit("border", StationCapacityKind.GaugeBreak, 300)), Is.EqualTo(300), "t/day");

    [Test]
    public void Unloading_for_a_front_at_a_gauge_break_needs_no_reloading()
    {
        var world = new WorldBuilder().Stations("a", "border", "b").Rail("a--border", 10).Rail("border--b", 10, 1435)
            .Formation("DIV", 5000).Source("a").Front("f", "border", "DIV", 1);
        Assert.That(Flow(world), Is.EqualTo(1000), "t/day");
    }

    [Test]
    public void Supply_at_a_gauge_break_is_loaded_onto_either_gauge_once()
    {
        var world = new WorldBuilder().Stations("a", "border", "b").Rail("a--border", 10).Rail("border--b", 10, 1435)
            .Formation("DIV", 5000).Source("border", 700).Front("f", "b", "DIV", 1).Front("g", "a", "DIV", 1);
        Assert.That(Flow(world), Is.EqualTo(700), "t/day");
    }

    [Test]
    public void A_port_limits_its_ships_and_not_its_trains()
    {
        var world = new WorldBuilder().Stations("home", "port", "a").Link("home--port", LinkMode.Sea).Rail("port--a", 10)
            .Formation("DIV", 5000).Source("home").Front("f", "a", "DIV", 1);
        Assert.That(Flow(world), Is.EqualTo(1000), "t/day, the line limits");
        Assert.That(Flow(world.StationLimit("port", StationCapacityKind.Port, 400)), Is.EqualTo(400), "t/day, the port limits");
    }
}
