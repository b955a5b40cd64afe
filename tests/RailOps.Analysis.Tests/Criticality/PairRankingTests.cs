using NUnit.Framework;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Criticality;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Testing;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Criticality;

public sealed class PairRankingTests
{
    private static readonly TargetKind[] All = [TargetKind.Link, TargetKind.Point, TargetKind.Station, TargetKind.Railway];

    // Two ways of 4 and a narrow third one, for a front that wants 5: one way makes up for most of another.
    private static WorldBuilder Ways() => new WorldBuilder()
        .Stations("depot", "a", "b", "c", "end", "far")
        .Rail("depot--a", 4).Rail("a--end", 4).Rail("depot--b", 4).Rail("b--end", 4).Rail("depot--c", 1).Rail("c--end", 1).Rail("a--b", 3).Rail("a--far", 2)
        .Point("tunnel", "a--end").Point("bridge", "b--end", "c--end")
        .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 5).Front("g", "far", "DIV", 2);

    private static PairAnswer Rank(Situation situation, AllocationPolicy policy, params TargetKind[] kinds) => PairRanking.Rank(
        new SupplyQuestion(situation, policy, null), kinds, 100_000, SolveOptions.Default, CancellationToken.None);

    private static (long Count, long Kilograms) Left(WorldBuilder world, AllocationPolicy policy, params string[] closed)
    {
        var situation = world.Situation(changes: [.. closed.Select(c => new Change.Close(c))]).Situation!;
        var answer = SupplyAssessor.Assess(new SupplyQuestion(situation, policy, null), SolveOptions.Default, CancellationToken.None);
        return (answer.SustainedCount.Best, answer.DeliveredKilogramsPerDay.Best);
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    public void Pairs_are_those_that_closing_every_two_by_hand_shows_to_cost_more_than_their_parts(AllocationPolicy policy)
    {
        var situation = Ways().Situation().Situation!;
        var network = situation.Data.Base;
        List<string> keys =
        [
            .. network.Links.Select(l => $"link:{l.Id}"), .. network.Points.Select(p => $"point:{p.Id}"),
            .. network.Stations.Select(s => $"station:{s.Id}"), .. network.Railways.Select(r => $"railway:{r.Id}"),
        ];
        var whole = Left(Ways(), policy);
        var alone = keys.ToDictionary(k => k, k => Left(Ways(), policy, k), StringComparer.Ordinal);
        var expected = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
        foreach (var (one, i) in keys.Select((k, i) => (k, i)))
        {
            foreach (var other in keys.Skip(i + 1))
            {
                var both = Left(Ways(), policy, one, other);
                var count = alone[one].Count + alone[other].Count - both.Count - whole.Count;
                var kilograms = alone[one].Kilograms + alone[other].Kilograms - both.Kilograms - whole.Kilograms;
                if (count > 0 || (count == 0 && kilograms > 0))
                    expected[$"{one} {other}"] = (count, kilograms);
            }
        }

        var answer = Rank(situation, policy, All);
        Assert.That(expected, Is.Not.Empty);
        Assert.That(answer.Pairs.ToDictionary(p => $"{Key(p.First)} {Key(p.Second)}", p => (p.BeyondCount, p.BeyondKilogramsPerDay), StringComparer.Ordinal), Is.EquivalentTo(expected));
        Assert.That(answer.ExaminedCount, Is.EqualTo(keys.Count * (keys.Count - 1) / 2));
        Assert.That(answer.Solve.CertificateAccepted, Is.True);

        static string Key(Target target) => $"{target.Kind.ToString().ToLowerInvariant()}:{target.Id}";
    }

    [Test]
    public void Two_ways_that_each_carry_all_stand_in_for_each_other()
    {
        var world = new WorldBuilder().Stations("depot", "a", "b", "end")
            .Rail("depot--a", 9).Rail("a--end", 9).Rail("depot--b", 9).Rail("b--end", 9)
            .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 5);
        var answer = Rank(world.Situation().Situation!, AllocationPolicy.Priority, TargetKind.Link);
        Assert.That(answer.Pairs.Select(p => (p.Rank, p.LostCount, p.BeyondCount)), Is.EqualTo(Enumerable.Repeat((1, 5L, 5L), 4)));
        Assert.That(answer.Headline, Does.StartWith("Of 6 pairs examined, 4 cost more than their parts; most of all"));
    }

    [Test]
    public void Along_one_line_nothing_stands_in_for_anything()
    {
        var world = new WorldBuilder().Stations("depot", "a", "end").Rail("depot--a", 9).Rail("a--end", 9)
            .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 5);
        var answer = Rank(world.Situation().Situation!, AllocationPolicy.Priority, All);
        Assert.That((answer.Pairs.Length, answer.WorseCount), Is.EqualTo((0, 0L)));
        Assert.That(answer.Headline, Does.Contain("none costs more than its parts"));
    }

    [Test]
    public void On_the_stored_network_pairs_lose_what_the_flow_solver_says()
    {
        var data = RailDataReader.Load(RepositoryFolder.Networks).Data!;
        var timeline = data.Timelines.Single(t => t.Id == "history-1940");
        var situation = SituationBuilder.Build(data, SituationSpec.Of(timeline, timeline.DefaultDate, "soviet", [])).Situation!;
        var graph = CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, null));
        List<int> arcs = [.. Enumerable.Range(0, graph.Arcs.Length).Where(i => graph.Arcs[i] is { Kind: GraphArcKind.Link, Capacity.Best: > 0 })];
        var flows = CriticalitySolver.Solve(
            graph.FlowGraphOf(EstimateLevel.Best), [graph.Source], [graph.Sink], [.. arcs.Select(a => AttackTarget.Arc(a, 1))], withPairs: true,
            SolveOptions.Default, CancellationToken.None);
        var beyond = flows.Pairs.ToDictionary(
            p => (graph.Arcs[arcs[p.First]].SubjectId, graph.Arcs[arcs[p.Second]].SubjectId), p => (p.Loss, p.BeyondSum));
        var answer = Rank(situation, AllocationPolicy.Priority, TargetKind.Link);
        Assert.That(answer.Pairs, Is.Not.Empty);
        foreach (var pair in answer.Pairs)
        {
            var flow = beyond.GetValueOrDefault((pair.First.Id, pair.Second.Id), (pair.LostKilogramsPerDay, 0));
            Assert.That((pair.LostKilogramsPerDay, Math.Max(0, pair.BeyondKilogramsPerDay)), Is.EqualTo((flow.Loss, Math.Max(0, flow.BeyondSum))), pair.ToString());
        }
    }
}
