using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Criticality;

/// <summary>
/// A situation with everything in place, and what is left when things are closed: each time allocated anew and checked. What an
/// allocation sends nothing over can be lost too without a change, since that allocation stays feasible and optimal. Best level only.
/// </summary>
internal sealed class LossTrials
{
    private readonly SupplyQuestion _question;
    private readonly SupplyAllocator _allocator;
    private readonly Dictionary<string, int> _arcOfLink;

    public LossTrials(SupplyQuestion question, SolveOptions options, CancellationToken token)
    {
        _question = question;
        Graph = CapacityGraphBuilder.Build(question.Situation, DemandCalculator.Calculate(question.Situation, question.Posture));
        Tally = new SolveTally(options.TimeProvider);
        _allocator = new SupplyAllocator(Graph, question.Policy, options, Tally, token, question.Solver);
        Whole = _allocator.Allocate(EstimateLevel.Best);
        _arcOfLink = Enumerable.Range(0, Graph.Arcs.Length)
            .Where(i => Graph.Arcs[i].Kind == GraphArcKind.Link)
            .ToDictionary(i => Graph.Arcs[i].SubjectId, i => i, StringComparer.Ordinal);
    }

    public CapacityGraph Graph { get; }

    public SolveTally Tally { get; }

    /// <summary>The allocation with everything in place.</summary>
    public AllocationResult Whole { get; }

    /// <summary>Most that rounding can take from a total (kg/day): fair shares are rounded down to whole kilograms for each front.</summary>
    public long Slack => _question.Policy == AllocationPolicy.Fair ? Graph.Needs.Length : 0;

    /// <summary>Facts about all solves.</summary>
    public SolveFacts Facts(string what) => Tally.Facts(
        $"{_question.Solver.Name}, {_question.Policy} allocation, {what} solved anew", SupplyWording.Proof(_question), Graph.Arcs.Length);

    /// <summary>Things of these kinds of which a link is open, in file order.</summary>
    public List<Target> Targets(IReadOnlyCollection<TargetKind> kinds) => [.. All(kinds).Where(t => t.LinkIds.Any(IsOpen))];

    /// <summary>True if an allocation sends something over one of a thing's links.</summary>
    public bool Carries(AllocationResult allocation, Target target) => target.LinkIds.Any(link => allocation.ArcFlow[_arcOfLink[link]] != 0);

    /// <summary>The allocation without some things.</summary>
    public AllocationResult Without(params ReadOnlySpan<Target> targets) => _allocator.AllocateWith(Closed(targets));

    /// <summary>Whole divisions sustained without some things, at the three levels.</summary>
    /// <param name="best">What is known of the best level.</param>
    /// <param name="targets">The things.</param>
    public LevelCount ByLevel(long best, params ReadOnlySpan<Target> targets)
    {
        var closed = Closed(targets);
        return LevelCount.From(level => level == EstimateLevel.Best ? best : _allocator.AllocateWith(closed, level).UnitCounts.Sum());
    }

    /// <summary>The net of the fronts' needs without some things.</summary>
    public FlowGraph NetWithout(params ReadOnlySpan<Target> targets) => Graph.FlowGraphOf(EstimateLevel.Best).With(Closed(targets));

    private Dictionary<int, long> Closed(ReadOnlySpan<Target> targets)
    {
        var closed = new Dictionary<int, long>();
        foreach (var target in targets)
        {
            foreach (var link in target.LinkIds)
                closed[_arcOfLink[link]] = 0;
        }

        return closed;
    }

    private bool IsOpen(string linkId) => Graph.Arcs[_arcOfLink[linkId]].Capacity.Best > 0;

    private IEnumerable<Target> All(IReadOnlyCollection<TargetKind> kinds)
    {
        var network = _question.Situation.Data.Base;
        if (kinds.Contains(TargetKind.Link))
        {
            foreach (var link in network.Links)
                yield return new Target(TargetKind.Link, link.Id, network.NameOf(link), [link.Id]);
        }

        if (kinds.Contains(TargetKind.Point))
        {
            foreach (var point in network.Points)
                yield return new Target(TargetKind.Point, point.Id, point.Name, point.LinkIds);
        }

        if (kinds.Contains(TargetKind.Station))
        {
            foreach (var station in network.Stations)
                yield return new Target(TargetKind.Station, station.Id, station.DisplayName, [.. network.LinksOfStation(station.Id)]);
        }

        if (kinds.Contains(TargetKind.Railway))
        {
            foreach (var railway in network.Railways)
                yield return new Target(TargetKind.Railway, railway.Id, railway.Name, [.. network.LinksOfRailway(railway.Id)]);
        }
    }
}
