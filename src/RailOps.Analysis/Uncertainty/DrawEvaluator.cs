using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Answers the question with figures read in some way: capacities, needs, graph and allocation are made by what answers any other
/// question, and every certificate is checked. Thread-safe.
/// </summary>
internal sealed class DrawEvaluator(SupplyQuestion question, SolveOptions options, SolveTally tally, CancellationToken token)
{
    /// <summary>Answers one question for each level: to each level belongs a value of every figure.</summary>
    /// <param name="figures">How figures are read.</param>
    /// <param name="levels">Levels wanted.</param>
    public ImmutableArray<DrawOutcome> Evaluate(IFigureReading figures, IEnumerable<EstimateLevel> levels)
    {
        var graph = GraphOf(figures);
        var own = new SolveTally(options.TimeProvider);
        var allocator = new SupplyAllocator(graph, question.Policy, options, own, token);
        var outcomes = levels.Select(level => Outcome(graph, allocator.Allocate(level), level)).ToImmutableArray();
        lock (tally)
            tally.Add(own);
        return outcomes;
    }

    /// <summary>Whole divisions per front at the three levels of the figures as stated.</summary>
    /// <param name="graph">The graph of the figures as stated.</param>
    public ImmutableArray<LevelCount> Stated(CapacityGraph graph)
    {
        var allocator = new SupplyAllocator(graph, question.Policy, options, tally, token);
        var counts = Enum.GetValues<EstimateLevel>().ToDictionary(level => level, level => allocator.Allocate(level).UnitCounts);
        return [.. graph.Needs.Select((_, front) => LevelCount.From(level => counts[level][front]))];
    }

    /// <summary>The capacity graph for figures read in some way.</summary>
    public CapacityGraph GraphOf(IFigureReading figures)
    {
        var situation = question.Situation.With(figures);
        return CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, question.Posture), question.Sources ?? situation.Sources);
    }

    private static DrawOutcome Outcome(CapacityGraph graph, AllocationResult allocation, EstimateLevel level) =>
        new(allocation.UnitCounts, allocation.Delivered, CutOf(graph, allocation, level));

    // An allocation that ran out of time has no cut that proves anything.
    private static ImmutableArray<int> CutOf(CapacityGraph graph, AllocationResult allocation, EstimateLevel level)
    {
        var sourceSide = allocation.SourceSide;
        if (sourceSide.IsEmpty)
            return [];
        var cut = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < graph.Arcs.Length; i++)
        {
            var arc = graph.Arcs[i];
            var crosses = sourceSide[arc.Tail] ? !sourceSide[arc.Head] : arc.IsBothWays && sourceSide[arc.Head];
            if (crosses && arc.Capacity[level] > 0 && arc.Kind != GraphArcKind.Need)
                cut.Add(i);
        }

        return cut.ToImmutable();
    }
}
