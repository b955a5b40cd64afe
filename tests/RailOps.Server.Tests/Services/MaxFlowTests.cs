using System.Text.Json;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Testing;

namespace RailOps.Server.Tests.Services;

/// <summary>Maximum flow on a published network with a known answer, and on timelines.</summary>
[TestFixture]
internal sealed class MaxFlowTests
{
    private const double Kilogram = 0.001;

    [Test]
    public async Task The_network_of_Harris_and_Ross_has_the_flow_and_the_cut_they_found()
    {
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Networks, "harris-ross-1955", "expected.json")));
        var root = expected.RootElement;

        var answer = await RealServer.Flow.SolveMaxFlowAsync(
            Ask.Flow("networks/harris-ross-1955", root.GetProperty("from").GetString()!, root.GetProperty("to").GetString()!));

        Assert.That(answer.MaxFlow, Is.EqualTo(163).And.EqualTo(root.GetProperty("max_flow").GetDouble()));
        Assert.That((answer.Subject, answer.Unit), Is.EqualTo(("harris-ross-1955", "thousand tons")));
        Assert.That(answer.Cut.Sum(a => a.Capacity), Is.EqualTo(163));
        Assert.That(answer.Cut.Select(a => a.Id), Is.EquivalentTo(root.GetProperty("cut_edge_ids").EnumerateArray().Select(e => e.GetString())));
        Assert.That(answer.Cut.Select(a => (int)a.Capacity).Order(), Is.EqualTo(root.GetProperty("cut_capacities").EnumerateArray().Select(e => e.GetInt32()).Order()));
        Assert.That(answer.Cut.Select(a => a.Flow), Is.EqualTo(answer.Cut.Select(a => a.Capacity)), "every place of the cut is full");
        Assert.That(answer.Headline, Does.Contain("163 thousand tons"));
        Assert.That(answer.Solve.CertificateAccepted);
        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.Optimal));
    }

    [Test]
    public async Task The_source_side_parts_the_network_where_the_cut_says()
    {
        var answer = await RealServer.Flow.SolveMaxFlowAsync(Ask.Flow("harris-ross-1955", "origins", "destinations"));

        var side = answer.SourceSideNodes.ToHashSet(StringComparer.Ordinal);
        Assert.That(side, Does.Contain("origins").And.Not.Contain("destinations"));
        Assert.That(answer.SourceSideNodes, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        var network = RealServer.Data.CapacityNetworks.Single();
        var crossing = network.Edges
            .Where(e => side.Contains(e.FromId) ? !side.Contains(e.ToId) : !e.IsDirected && side.Contains(e.ToId))
            .Select(e => e.Id);
        Assert.That(answer.Cut.Select(a => a.Id), Is.EquivalentTo(crossing));
    }

    [Test]
    public async Task The_flow_is_conserved_at_every_node_between()
    {
        var answer = await RealServer.Flow.SolveMaxFlowAsync(Ask.Flow("harris-ross-1955", "origins", "destinations"));

        SeeBalance(answer, ["origins"], ["destinations"]);
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task From_all_sources_to_all_fronts_passes_what_the_ceiling_of_the_assessment_says(string timeline, string side)
    {
        var scenario = Ask.About(timeline, "", side);
        var flow = await RealServer.Flow.SolveMaxFlowAsync(Ask.Flow(scenario, "sources", "fronts"));
        var assessment = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(scenario));

        Assert.That((flow.Subject, flow.Unit), Is.EqualTo((timeline, "tonnes a day")));
        Assert.That(flow.Solve.CertificateAccepted || flow.MaxFlow < 0);
        if (flow.MaxFlow < 0)
            Assert.That(assessment.CeilingCut, Is.Null, "nothing limits the flow");
        else if (assessment.Fronts.All(f => f.PresentDivisionCount > 0))
            Assert.That(flow.MaxFlow, Is.EqualTo(assessment.CeilingCut.CapacityTonnesPerDay).Within(Kilogram));
        else
            Assert.That(flow.MaxFlow, Is.GreaterThanOrEqualTo((assessment.CeilingCut?.CapacityTonnesPerDay ?? 0) - Kilogram), "empty fronts count here only");
        if (flow.MaxFlow >= 0)
            Assert.That(flow.Cut.Sum(a => a.Capacity), Is.EqualTo(flow.MaxFlow).Within(Kilogram));
    }

    [Test]
    public async Task Cautious_capacities_pass_less_and_favourable_ones_more()
    {
        var flows = new List<double>();
        foreach (var level in new[] { EstimateLevel.Low, EstimateLevel.Unspecified, EstimateLevel.Best, EstimateLevel.High })
        {
            var request = Ask.Flow(Ask.About("history-1940"), "novosibirsk", "chita");
            request.Level = level;
            flows.Add((await RealServer.Flow.SolveMaxFlowAsync(request)).MaxFlow);
        }

        Assert.That(flows, Is.Ordered);
        Assert.That(flows[1], Is.EqualTo(flows[2]), "unspecified is best");
        Assert.That(flows[0], Is.LessThan(flows[3]));
    }

    [Test]
    public async Task A_station_where_gauges_meet_counts_as_one_place()
    {
        var answer = await RealServer.Flow.SolveMaxFlowAsync(Ask.Flow(Ask.About("history-1940", "1940-06-01", "japanese"), "shenyang", "harbin"));

        Assert.That(answer.MaxFlow, Is.Positive);
        Assert.That(answer.Flows.Select(f => f.Flow), Has.All.Positive);
        SeeBalance(answer, ["shenyang"], ["harbin"]);
    }

    private static void SeeBalance(SolveMaxFlowResponse answer, string[] from, string[] to)
    {
        static string Place(string node) => node.Split('@')[0];
        var net = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var arc in answer.Flows)
        {
            net[Place(arc.FromNode)] = net.GetValueOrDefault(Place(arc.FromNode)) + arc.Flow;
            net[Place(arc.ToNode)] = net.GetValueOrDefault(Place(arc.ToNode)) - arc.Flow;
            Assert.That(arc.Capacity < 0 || arc.Flow <= arc.Capacity, $"{arc.Id} carries {arc.Flow} of {arc.Capacity}");
        }

        Assert.That(from.Sum(n => net.GetValueOrDefault(n)), Is.EqualTo(answer.MaxFlow).Within(Kilogram));
        Assert.That(to.Sum(n => net.GetValueOrDefault(n)), Is.EqualTo(-answer.MaxFlow).Within(Kilogram));
        foreach (var (node, sum) in net.Where(p => !from.Contains(p.Key) && !to.Contains(p.Key)))
            Assert.That(sum, Is.Zero.Within(Kilogram), node);
    }
}
