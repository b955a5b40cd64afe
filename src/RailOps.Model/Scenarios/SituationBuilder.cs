using System.Collections.Immutable;
using System.Globalization;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using RailOps.Model.Timelines;
using RailOps.Model.Units;

namespace RailOps.Model.Scenarios;

/// <summary>
/// Applies events and changes to a timeline on a date. Order: infrastructure and control of the day, events by their first day,
/// then the changes as given. A repair undoes damage done before it; damage to a point is undone only by repairing the point or
/// something that contains its links.
/// </summary>
public sealed class SituationBuilder
{
    private readonly RailData _data;
    private readonly SituationSpec _spec;
    private readonly TargetResolver _resolver;
    private readonly Dictionary<string, string> _holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _captured = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forcedOpen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Damage>> _damage = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, Quantity), decimal> _overrides = [];
    private readonly List<AppliedChange> _applied = [];
    private readonly List<ScenarioProblem> _problems = [];

    private SituationBuilder(RailData data, SituationSpec spec)
    {
        _data = data;
        _spec = spec;
        _resolver = new TargetResolver(data.Base, spec.Control.Timeline);
    }

    /// <summary>Builds a situation.</summary>
    /// <param name="data">All data.</param>
    /// <param name="spec">What it is put together from.</param>
    /// <returns>The situation, or every problem found in the changes.</returns>
    public static SituationResult Build(RailData data, SituationSpec spec) => new SituationBuilder(data, spec).Run();

    private SituationResult Run()
    {
        TakeControl();
        foreach (var happening in _spec.Events)
        {
            foreach (var change in happening.Changes)
                Apply(change, -1, happening);
        }

        for (var i = 0; i < _spec.Changes.Length; i++)
            Apply(_spec.Changes[i], i, null);
        if (_problems.Count > 0)
            return new SituationResult(null, [.. _problems]);
        return new SituationResult(Freeze(), []);
    }

    private Situation Freeze() => new(
        _data,
        _spec,
        _holders,
        _captured,
        OptionalOpen(),
        _forcedOpen,
        _damage.Where(p => p.Value.Count > 0).ToDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal),
        _overrides,
        [.. HeldSources()],
        [.. _spec.Forces.Timeline.Fronts.Where(f => f.SideId == _spec.SideId && f.ExistsOn(_spec.Forces.Date))],
        [.. _applied]);

    private void TakeControl()
    {
        var (timeline, date) = _spec.Control;
        var rules = timeline.Control.Where(r => r.From is null || r.From <= date).OrderBy(r => r.From ?? DateOnly.MinValue).ToList();
        foreach (var rule in rules.Where(r => r.Country.Length > 0))
        {
            foreach (var station in _data.Base.StationsOf(rule.Country))
                _holders[station.Id] = rule.SideId;
        }

        foreach (var rule in rules.Where(r => r.StationId.Length > 0))
        {
            _holders[rule.StationId] = rule.SideId;
            if (rule.From is not null)
                _captured.Add(rule.StationId);
        }
    }

    private HashSet<string> OptionalOpen()
    {
        var (timeline, date) = _spec.Infrastructure;
        return timeline.OptionalLinks
            .Where(o => o.From <= date)
            .SelectMany(o => o.LinkId.Length > 0 ? [o.LinkId] : _data.Base.LinksOfRailway(o.RailwayId))
            .ToHashSet(StringComparer.Ordinal);
    }

    private IEnumerable<SupplySource> HeldSources()
    {
        var (timeline, date) = _spec.Sources;
        foreach (var source in timeline.Sources)
        {
            if (source.SideId != _spec.SideId || source.From > date || source.To <= date)
                continue;
            if (_holders.GetValueOrDefault(source.StationId) != _spec.SideId)
                continue;
            yield return _overrides.TryGetValue((source.StationId, Quantity.CapacityTonnesPerDay), out var set)
                ? source with { TonnesPerDay = Estimate.Exactly(set) }
                : source;
        }
    }

    private void Apply(Change change, int index, TimelineEvent? happening)
    {
        var sentence = change switch
        {
            Change.Close c => Harm(c.Target, 0m, index),
            Change.Derate d => Derate(d, index),
            Change.Open o => Open(o, index),
            Change.Capture c => Capture(c, index),
            Change.Repair r => Repair(r, index),
            Change.Set s => SetFigure(s, index),
            _ => throw new InvalidOperationException($"Unknown change {change.GetType().Name}."),
        };
        if (sentence is not null)
            _applied.Add(new AppliedChange(happening is null ? sentence : $"{happening.Title.TrimEnd('.')}: {sentence}", happening?.Id ?? ""));
    }

    private Target? Find(string text, int index)
    {
        var target = _resolver.Resolve(text, out var problem);
        if (problem is not null)
            _problems.Add(problem with { ChangeIndex = index });
        return target;
    }

    private IReadOnlyList<string> LinksOf(Target target) => target.Kind != TargetKind.Side
        ? target.LinkIds
        : [.. _data.Base.Links.Where(l => HeldBy(l.FromId, target.Id) && HeldBy(l.ToId, target.Id)).Select(l => l.Id)];

    private bool HeldBy(string stationId, string sideId) => _holders.GetValueOrDefault(stationId) == sideId;

    private string? Derate(Change.Derate change, int index)
    {
        if (change.CapacityLeftRatio is >= 0m and <= 1m)
            return Harm(change.Target, change.CapacityLeftRatio, index);
        Find(change.Target, index);
        var value = change.CapacityLeftRatio.ToString(CultureInfo.InvariantCulture);
        _problems.Add(new ScenarioProblem(
            "RATIO_OUT_OF_RANGE", index, "capacity_left_ratio", value,
            $"The share of capacity left at '{change.Target}' is {value}, but must be from 0 (closed) to 1 (whole).", ""));
        return null;
    }

    private string? Harm(string text, decimal left, int index)
    {
        if (Find(text, index) is not { } target)
            return null;
        var what = left == 0m ? "closed" : $"at {left * 100m:0.##} % of its capacity";
        var reason = $"{target.DisplayName} {what}";
        foreach (var link in LinksOf(target))
        {
            if (!_damage.TryGetValue(link, out var list))
                _damage[link] = list = [];
            list.Add(new Damage(target, left, reason));
        }

        return $"{reason}.";
    }

    private string? Open(Change.Open change, int index)
    {
        if (Find(change.Target, index) is not { } target)
            return null;
        if (target.Kind is not (TargetKind.Link or TargetKind.Railway))
        {
            _problems.Add(new ScenarioProblem(
                "CHANGE_NOT_APPLICABLE", index, "target", change.Target,
                $"'{change.Target}' is a {target.Kind.ToString().ToLowerInvariant()}: only a link or a railway can be opened. Use repair to undo damage.", ""));
            return null;
        }

        foreach (var link in target.LinkIds)
        {
            _forcedOpen.Add(link);
            _damage.Remove(link);
        }

        return $"{target.DisplayName} opened.";
    }

    private string? Repair(Change.Repair change, int index)
    {
        if (Find(change.Target, index) is not { } target)
            return null;
        foreach (var link in LinksOf(target))
        {
            if (_damage.TryGetValue(link, out var list))
                list.RemoveAll(d => target.Kind != TargetKind.Point || (d.Target.Kind == TargetKind.Point && d.Target.Id == target.Id));
        }

        return $"{target.DisplayName} repaired.";
    }

    private string? Capture(Change.Capture change, int index)
    {
        var id = change.StationId.StartsWith("station:", StringComparison.Ordinal) ? change.StationId[8..] : change.StationId;
        if (!_data.Base.StationById.TryGetValue(id, out var station))
        {
            var near = NearestMatch.Find(id, _data.Base.Stations.Select(s => s.Id)) ?? "";
            var hint = near.Length > 0 ? $" Did you mean '{near}'?" : "";
            _problems.Add(new ScenarioProblem(
                "STATION_UNKNOWN", index, "station", id, $"There is no station '{id}' to capture.{hint}", near));
            return null;
        }

        var sides = _spec.Control.Timeline.Sides;
        var by = change.BySideId.Length > 0 ? change.BySideId : DefaultCaptor(id);
        if (sides.FirstOrDefault(s => s.Id == by) is not { } captor)
        {
            var near = NearestMatch.Find(by, sides.Select(s => s.Id)) ?? "";
            _problems.Add(new ScenarioProblem(
                "SIDE_UNKNOWN", index, "by_side", by,
                $"There is no side '{by}' in {_spec.Control.Timeline.Id}; it has {string.Join(", ", sides.Select(s => $"'{s.Id}'"))}.", near));
            return null;
        }

        _holders[id] = captor.Id;
        _captured.Add(id);
        return $"{station.DisplayName} captured by {captor.Title}.";
    }

    // A station that nobody of this timeline holds falls to the opponent of the side that asks.
    private string DefaultCaptor(string stationId)
    {
        var holder = _holders.GetValueOrDefault(stationId, "");
        var from = holder.Length > 0 ? holder : _spec.SideId;
        return _spec.Control.Timeline.Sides.FirstOrDefault(s => s.Id == from)?.OpponentId ?? "";
    }

    private string? SetFigure(Change.Set change, int index)
    {
        if (Find(change.Target, index) is not { } target)
            return null;
        var largest = Quantities.LargestSettable(change.Quantity);
        if (change.Value < 0m || change.Value > largest)
        {
            var value = change.Value.ToString(CultureInfo.InvariantCulture);
            _problems.Add(new ScenarioProblem(
                "VALUE_OUT_OF_RANGE", index, "value", value,
                $"{Quantities.NameOf(change.Quantity)} of '{change.Target}' is {value}, but must be from 0 to {largest.ToString(CultureInfo.InvariantCulture)}.", ""));
            return null;
        }

        if (WhyNotSettable(target, change.Quantity) is { } why)
        {
            _problems.Add(new ScenarioProblem("CHANGE_NOT_APPLICABLE", index, "quantity", Quantities.NameOf(change.Quantity), why, ""));
            return null;
        }

        _overrides[(target.Id, change.Quantity)] = change.Value;
        return $"{target.DisplayName}: {Quantities.NameOf(change.Quantity)} set to {change.Value.ToString(CultureInfo.InvariantCulture)}.";
    }

    private string? WhyNotSettable(Target target, Quantity quantity)
    {
        var name = Quantities.NameOf(quantity);
        if (target.Kind is TargetKind.Railway or TargetKind.Side)
            return $"'{target.Id}' is a {target.Kind.ToString().ToLowerInvariant()}: {name} can be set for a link, a point or a station's supply.";
        if (target.Kind == TargetKind.Station)
        {
            if (quantity != Quantity.CapacityTonnesPerDay)
                return $"'{target.Id}' is a station: only capacity_tonnes_per_day of its supply, port or gauge break can be set, not {name}.";
            var known = _spec.Sources.Timeline.Sources.Any(s => s.StationId == target.Id)
                || _data.Base.StationCapacities.Any(c => c.StationId == target.Id);
            return known ? null : $"Station '{target.Id}' has no source of supply, port or gauge break whose capacity could be set.";
        }

        if (target.Kind == TargetKind.Link && _data.Base.LinkById[target.Id].Mode == LinkMode.Rail && quantity is Quantity.TruckCount or Quantity.HaulLengthKm)
            return $"'{target.Id}' is a railway link: it has no {name}.";
        return null;
    }
}
