using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>The exported capacity graph says the same as the assessment, to somebody who solves it anew.</summary>
[TestFixture]
internal sealed class ExportTests
{
    private const double Kilogram = 0.001;

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Its_maximum_flow_is_what_the_assessment_delivers(string timeline, string side)
    {
        var (graph, assessment) = await AskAsync(timeline, side);

        Assert.That(graph.MaxFlowTonnesPerDay, Is.EqualTo(assessment.DeliveredTonnesPerDay.Best).Within(Kilogram));
        Assert.That(graph.NetworkRevision, Is.EqualTo(assessment.Solve.NetworkRevision));
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Its_maximum_flow_is_found_by_another_method(string timeline, string side)
    {
        var (graph, _) = await AskAsync(timeline, side);

        Assert.That(ShortestPathFlow.Solve(graph.Arcs, "SOURCE", "SINK"), Is.EqualTo(graph.MaxFlowTonnesPerDay).Within(Kilogram));
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Its_links_are_those_of_the_assessment_with_the_same_capacity_each_way(string timeline, string side)
    {
        var (graph, assessment) = await AskAsync(timeline, side);

        var links = graph.Arcs.ToLookup(a => a.LinkId, StringComparer.Ordinal);
        foreach (var link in assessment.Links)
        {
            var capacity = link.CapacityTonnesPerDay.Best;
            var rows = links[link.Link].Where(a => a.Mode == link.Mode).ToList();
            Assert.That(rows, Has.Count.EqualTo(capacity == 0 ? 0 : 2), link.Link);
            Assert.That(rows.Select(a => a.CapacityTonnesPerDay), Has.All.EqualTo(capacity).Within(Kilogram), link.Link);
            if (rows.Count == 2)
                Assert.That((rows[0].From, rows[0].To), Is.EqualTo((rows[1].To, rows[1].From)), link.Link);
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Its_needs_are_those_of_the_fronts(string timeline, string side)
    {
        var (graph, assessment) = await AskAsync(timeline, side);

        var needs = graph.Arcs.Where(a => a.To == "SINK").ToDictionary(a => a.LinkId, a => a.CapacityTonnesPerDay, StringComparer.Ordinal);
        foreach (var front in assessment.Fronts)
            Assert.That(needs.GetValueOrDefault(front.Front), Is.EqualTo(front.NeededTonnesPerDay.Best).Within(Kilogram), front.Front);
        Assert.That(graph.Arcs.Where(a => a.Mode == "need").Select(a => a.To), Has.All.EqualTo("SINK"));
        Assert.That(graph.Arcs.Where(a => a.Mode == "supply").Select(a => a.From), Has.All.EqualTo("SOURCE"));
        Assert.That(graph.Arcs.Select(a => a.CapacityTonnesPerDay), Has.None.Zero);
    }

    private static async Task<(ExportCapacityGraphResponse Graph, AssessSupplyResponse Assessment)> AskAsync(string timeline, string side)
    {
        var scenario = Ask.About(timeline, "", side);
        var graph = await RealServer.Flow.ExportCapacityGraphAsync(new ExportCapacityGraphRequest { Scenario = scenario });
        var request = Ask.Assess(scenario);
        request.View = AssessmentView.Full;
        return (graph, await RealServer.Supply.AssessSupplyAsync(request));
    }
}
