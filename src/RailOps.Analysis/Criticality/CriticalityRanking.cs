using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Criticality;

/// <summary>
/// Closes one thing at a time (a link, a point, a station, a railway) and allocates anew: exact N-1. A thing none of whose links carries
/// anything in the first allocation cannot matter, since that allocation stays feasible and optimal without it; such things are
/// examined without a solve. Best level only.
/// </summary>
public sealed class CriticalityRanking
{
    private readonly SupplyQuestion _question;
    private readonly CapacityGraph _graph;
    private readonly SupplyAllocator _allocator;
    private readonly SolveTally _tally;
    private readonly AllocationResult _whole;
    private readonly Dictionary<string, int> _arcOfLink;

    private CriticalityRanking(SupplyQuestion question, SolveOptions options, CancellationToken token)
    {
        _question = question;
        _graph = CapacityGraphBuilder.Build(question.Situation, DemandCalculator.Calculate(question.Situation, question.Posture));
        _tally = new SolveTally(options.TimeProvider);
        _allocator = new SupplyAllocator(_graph, question.Policy, options, _tally, token);
        _whole = _allocator.Allocate(EstimateLevel.Best);
        _arcOfLink = Enumerable.Range(0, _graph.Arcs.Length)
            .Where(i => _graph.Arcs[i].Kind == GraphArcKind.Link)
            .ToDictionary(i => _graph.Arcs[i].SubjectId, i => i, StringComparer.Ordinal);
    }

    /// <summary>Ranks.</summary>
    /// <param name="question">The situation, policy and posture.</param>
    /// <param name="kinds">What is closed: link, point, station, railway.</param>
    /// <param name="itemCount">Most items returned, at least 1.</param>
    /// <param name="options">Limits of each solve.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The costliest things.</returns>
    public static CriticalityAnswer Rank(
        SupplyQuestion question, IReadOnlyCollection<TargetKind> kinds, int itemCount, SolveOptions options, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(itemCount, 1);
        return new CriticalityRanking(question, options, token).Run(kinds, itemCount);
    }

    private CriticalityAnswer Run(IReadOnlyCollection<TargetKind> kinds, int itemCount)
    {
        var targets = Targets(kinds).Where(t => t.LinkIds.Any(IsOpen)).ToList();
        var costly = targets
            .Where(t => t.LinkIds.Any(Carries))
            .Select(Examine)
            .Where(i => i.LostCount != 0 || i.LostKilogramsPerDay > Slack)
            .OrderByDescending(i => i.LostCount)
            .ThenByDescending(i => i.LostKilogramsPerDay)
            .ThenBy(i => i.Target.Kind)
            .ThenBy(i => i.Target.Id, StringComparer.Ordinal)
            .ToList();
        var items = Ranked(costly).Take(itemCount).ToImmutableArray();
        var facts = _tally.Facts(
            $"Dinic maximum flow, {_question.Policy} allocation, each loss solved anew", SupplyWording.Proof(_question.Policy), _graph.Arcs.Length);
        return new CriticalityAnswer(
            _whole.UnitCounts.Sum(), _whole.Delivered.Sum(), items, targets.Count, Headline(items, targets.Count, costly.Count), facts);
    }

    // Fair shares are rounded down to whole kilograms for each front.
    private long Slack => _question.Policy == AllocationPolicy.Fair ? _graph.Needs.Length : 0;

    private bool IsOpen(string linkId) => _graph.Arcs[_arcOfLink[linkId]].Capacity.Best > 0;

    private bool Carries(string linkId) => _whole.ArcFlow[_arcOfLink[linkId]] != 0;

    private IEnumerable<Target> Targets(IReadOnlyCollection<TargetKind> kinds)
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

    private CriticalItem Examine(Target target)
    {
        var without = _allocator.AllocateWith(target.LinkIds.ToDictionary(l => _arcOfLink[l], _ => 0L));
        var fronts = Enumerable.Range(0, _graph.Needs.Length)
            .Select(i => new FrontLoss(
                _graph.Needs[i].Front, _whole.UnitCounts[i] - without.UnitCounts[i], _whole.Delivered[i] - without.Delivered[i]))
            .Where(l => l.LostCount != 0 || l.LostKilogramsPerDay != 0)
            .OrderByDescending(l => l.LostKilogramsPerDay)
            .ToImmutableArray();
        var sustained = without.UnitCounts.Sum();
        return new CriticalItem(
            0, target, sustained, _whole.UnitCounts.Sum() - sustained, _whole.Delivered.Sum() - without.Delivered.Sum(), fronts);
    }

    private static IEnumerable<CriticalItem> Ranked(List<CriticalItem> ordered)
    {
        var rank = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var isTie = i > 0 && ordered[i].LostCount == ordered[i - 1].LostCount && ordered[i].LostKilogramsPerDay == ordered[i - 1].LostKilogramsPerDay;
            rank = isTie ? rank : i + 1;
            yield return ordered[i] with { Rank = rank };
        }
    }

    private static string Headline(ImmutableArray<CriticalItem> items, int examined, int costly)
    {
        if (items.IsEmpty)
            return $"None of {examined} things examined matters alone: the loss of any one costs nothing.";
        var first = items[0];
        var equals = items.Count(i => i.Rank == 1) - 1;
        var others = equals > 0 ? $" (and {equals} more that cost the same)" : "";
        return $"Of {examined} things examined, the loss of {costly} costs something; the costliest is {first.Target.DisplayName}{others}: "
            + $"{Wording.Count(first.LostCount, "division")} and {Wording.Tonnes(first.LostKilogramsPerDay)}.";
    }
}
