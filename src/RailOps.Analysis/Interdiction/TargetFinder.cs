using System.Collections.Immutable;
using RailOps.Analysis.Graph;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Interdiction;

/// <summary>
/// Finds what the modes of a question can strike: only links that carry something count, only targets within reach (straight line from the
/// nearest station that the attacker holds to the nearer end of a link), and per target only modes that no other beats in cost and effect.
/// </summary>
internal sealed class TargetFinder
{
    private readonly AttackQuestion _question;
    private readonly CapacityGraph _graph;
    private readonly BaseNetwork _network;
    private readonly HashSet<string> _openLinks;
    private readonly Lazy<List<Station>> _held;
    private readonly Dictionary<string, double> _distancesKm = new(StringComparer.Ordinal);

    public TargetFinder(AttackQuestion question, CapacityGraph graph)
    {
        _question = question;
        _graph = graph;
        _network = graph.Situation.Data.Base;
        _openLinks = _graph.Arcs.Where(a => a.Kind == GraphArcKind.Link && a.Capacity.Best > 0).Select(a => a.SubjectId).ToHashSet(StringComparer.Ordinal);
        _held = new(() => [.. _network.Stations.Where(s => graph.Situation.HolderOf(s.Id) == question.AttackerSideId)]);
    }

    /// <summary>The targets: groups first, then by kind and in file order.</summary>
    public ImmutableArray<RailTarget> Find()
    {
        var resources = _question.Budgets.Where(b => b.Count > 0).Select(b => b.Resource).ToHashSet(StringComparer.Ordinal);
        var usable = _question.Modes.Where(m => m.Use.CostCount == 0 || resources.Contains(m.Use.Resource)).ToList();
        var groups = usable.Where(m => m.Use.IsTogether).Select(Group).OfType<RailTarget>();
        var single = usable.Where(m => !m.Use.IsTogether)
            .SelectMany(mode => Struck(mode).Select(target => (Target: target, Mode: mode)))
            .GroupBy(x => (x.Target.Kind, x.Target.Id), x => x)
            .Select(g => Target(g.First().Target, g.Select(x => x.Mode)))
            .OrderBy(t => t.Kind);
        return [.. groups.Concat(single).Where(t => !_question.ExcludedTargets.Contains(t.Key))];
    }

    private RailTarget? Group(AttackMode mode)
    {
        var links = Struck(mode).SelectMany(t => t.LinkIds).Distinct(StringComparer.Ordinal).Where(_openLinks.Contains).ToImmutableArray();
        return links.IsEmpty ? null : new RailTarget(null, mode.Id, mode.Title, links, [mode]);
    }

    private RailTarget Target(Target target, IEnumerable<AttackMode> modes) =>
        new(target.Kind, target.Id, target.DisplayName, [.. target.LinkIds.Where(_openLinks.Contains)], Undominated(modes));

    private IEnumerable<Target> Struck(AttackMode mode) => mode.Use.Strikes
        .SelectMany(s => s.Select(_network))
        .DistinctBy(t => (t.Kind, t.Id))
        .Where(t => t.LinkIds.Any(_openLinks.Contains) && IsLongEnough(t, mode.Use.SmallestLengthMetres) && IsInReach(t, mode.Use.ReachKm));

    private bool IsLongEnough(Target target, decimal? smallestMetres) =>
        smallestMetres is not { } smallest || target.Kind != TargetKind.Point || _network.PointById[target.Id].LengthMetres >= smallest;

    private bool IsInReach(Target target, decimal? reachKm)
    {
        if (reachKm is not { } reach)
            return true;
        var stations = target.Kind == TargetKind.Station
            ? [target.Id]
            : target.LinkIds.Where(_openLinks.Contains).Select(id => _network.LinkById[id]).SelectMany(l => new[] { l.FromId, l.ToId });
        return stations.Any(s => DistanceKm(s) <= (double)reach);
    }

    private double DistanceKm(string stationId)
    {
        if (_distancesKm.TryGetValue(stationId, out var known))
            return known;
        var at = _network.StationById[stationId];
        var nearest = _held.Value
            .Select(s => GreatCircle.DistanceKm(s.LatitudeDegrees, s.LongitudeDegrees, at.LatitudeDegrees, at.LongitudeDegrees))
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();
        return _distancesKm[stationId] = nearest;
    }

    // A mode that is limited in number is kept: it is dearer than it looks.
    private static ImmutableArray<AttackMode> Undominated(IEnumerable<AttackMode> modes)
    {
        var all = modes.DistinctBy(m => m.Id).ToList();
        return [.. all.Where((m, i) => !all.Where((o, j) => j != i && Beats(o, m, j < i)).Any())];
    }

    private static bool Beats(AttackMode one, AttackMode other, bool winsTies)
    {
        var isNoWorse = one.Use.Resource == other.Use.Resource && one.Use.AttackLimitCount is null
            && one.Use.CostCount <= other.Use.CostCount && one.CapacityLeftRatio <= other.CapacityLeftRatio;
        var isSame = one.Use.CostCount == other.Use.CostCount && one.CapacityLeftRatio == other.CapacityLeftRatio && other.Use.AttackLimitCount is null;
        return isNoWorse && (!isSame || winsTies);
    }
}
