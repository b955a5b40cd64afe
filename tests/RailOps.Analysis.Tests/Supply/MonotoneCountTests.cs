using NUnit.Framework;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Model.Doctrine;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Supply;

/// <summary>
/// Every capacity of every timeline doubled and taken away, one at a time. What a front could sustain alone never moves against the capacity,
/// front by front. Under the priority policy the counts in the order of serving never do, compared like words in a dictionary: only a front
/// behind one that gains can lose (SupplyAssessorTests has the smallest example).
/// </summary>
public sealed class MonotoneCountTests
{
    private const EstimateLevel Level = EstimateLevel.Best;
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;

    private static IEnumerable<TestCaseData> Sides() => Data.Timelines.SelectMany(t => t.Sides.Select(
        s => new TestCaseData(t, s.Id).SetArgDisplayNames(t.Id, s.Id)));

    private static CapacityGraph Graph(Timeline timeline, string sideId)
    {
        var situation = SituationBuilder.Build(Data, SituationSpec.Of(timeline, timeline.DefaultDate, sideId, [])).Situation!;
        return CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, Posture.Attack));
    }

    private static IEnumerable<(int Arc, long Capacity)> Open(CapacityGraph graph) => Enumerable.Range(0, graph.Arcs.Length)
        .Where(arc => graph.Arcs[arc].Kind is not (GraphArcKind.Need or GraphArcKind.Internal))
        .Select(arc => (arc, graph.Arcs[arc].Capacity[Level]))
        .Where(open => open.Item2 > 0);

    private static long Twice(long capacity) => capacity == FlowGraph.Unlimited ? capacity : checked(2 * capacity);

    [TestCaseSource(nameof(Sides))]
    public void What_a_front_could_sustain_alone_never_moves_against_a_capacity(Timeline timeline, string sideId)
    {
        var graph = Graph(timeline, sideId);
        for (var front = 0; front < graph.Needs.Length; front++)
        {
            var slice = graph.Needs[front].SliceKilogramsPerDay(Level);
            if (slice == 0)
                continue;
            var session = new MaxFlowSession(graph.FlowGraphOf(Level), graph.Source, graph.FrontNodes[front]);
            var before = session.Augment(CancellationToken.None) / slice;
            foreach (var (arc, capacity) in Open(graph))
            {
                session.SetCapacity(arc, 0);
                var less = session.Augment(CancellationToken.None) / slice;
                session.SetCapacity(arc, Twice(capacity));
                var more = session.Augment(CancellationToken.None) / slice;
                session.SetCapacity(arc, capacity);
                var told = $"{graph.Needs[front].Front.Id}, {graph.Arcs[arc].DisplayName}: divisions";
                Assert.That((less <= before, more >= before), Is.EqualTo((true, true)), $"{told} {less} without it, {before} now, {more} with twice its capacity");
            }
        }
    }

    [TestCaseSource(nameof(Sides))]
    public void Counts_in_the_order_of_serving_never_move_against_a_capacity(Timeline timeline, string sideId)
    {
        var graph = Graph(timeline, sideId);
        if (graph.Needs.IsEmpty)
            Assert.Inconclusive("no front on the day");
        var allocator = new SupplyAllocator(graph, AllocationPolicy.Priority, SolveOptions.Default, new SolveTally(TimeProvider.System), CancellationToken.None);
        var before = allocator.Allocate(Level).UnitCounts;
        foreach (var (arc, capacity) in Open(graph))
        {
            var less = allocator.AllocateWith(new Dictionary<int, long> { [arc] = 0 }).UnitCounts;
            var more = allocator.AllocateWith(new Dictionary<int, long> { [arc] = Twice(capacity) }).UnitCounts;
            var told = $"{graph.Arcs[arc].DisplayName}: {string.Join(", ", less)} without it, {string.Join(", ", before)} now, {string.Join(", ", more)} with twice its capacity";
            Assert.That(less.AsSpan().SequenceCompareTo(before.AsSpan()), Is.LessThanOrEqualTo(0), told);
            Assert.That(more.AsSpan().SequenceCompareTo(before.AsSpan()), Is.GreaterThanOrEqualTo(0), told);
        }
    }
}
