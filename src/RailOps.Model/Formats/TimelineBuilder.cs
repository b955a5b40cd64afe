using System.Collections.Immutable;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Model.Units;
using static RailOps.Model.Formats.CheckedValue;

namespace RailOps.Model.Formats;

/// <summary>Builds a timeline from a record without errors.</summary>
internal static class TimelineBuilder
{
    public static Timeline Build(DataRecord r) => new(
        r.Text("id"),
        r.Text("title"),
        r.Text("description"),
        r.Flag("fictional"),
        Required(r.Date("start_date")),
        Required(r.Date("end_date")),
        Required(r.Date("default_date")),
        All(r, "sides", side => new SideInfo(side.Text("id"), side.Text("title"), side.Text("opponent"))),
        r.Ids("supply_kinds_counted"),
        r.Text("supply_kinds_reason"),
        All(r, "optional_links", x => new OptionalLinks(x.Text("railway"), x.Text("link"), Required(x.Date("from")), x.Evidence())),
        All(r, "control", x => new ControlRule(x.Text("country"), x.Text("station"), x.Text("side"), x.Date("from"), x.Text("note"))),
        All(r, "sources", ToSource),
        All(r, "fronts", ToFront),
        All(r, "events", ToEvent),
        All(r, "scenarios", x => new NamedScenario(x.Text("id"), x.Text("title"), x.Text("description"), All(x, "changes", ToChange))),
        All(r, "attack_means", ToAttack));

    private static ImmutableArray<T> All<T>(DataRecord record, string field, Func<DataRecord, T> build) => [.. record.Children(field).Select(build)];

    private static SupplySource ToSource(DataRecord r) =>
        new(r.Text("side"), r.Text("station"), r.Text("kind"), r.Range(""), r.Date("from"), r.Date("to"), r.Evidence());

    private static Front ToFront(DataRecord r) => new(
        r.Text("id"),
        r.Text("side"),
        r.Text("title"),
        r.Date("from"),
        r.Date("to"),
        (int)Required(r.Whole("priority")),
        (int)(r.Whole("weight") ?? 1),
        DoctrineBuilder.PostureOf(r.Text("posture")),
        All(r, "entries", x => new FrontEntry(x.Text("station"), x.Number("road_leg_km") ?? 0)),
        NestedRange(r, "trucks"),
        r.Text("known_unreachable"),
        All(r, "strength", x => new OrderOfBattle(Required(x.Date("date")), All(x, "formations", ToFormations))),
        r.Evidence());

    private static FormationsPresent ToFormations(DataRecord r) =>
        new(r.Text("name"), r.Text("formation"), Required(r.Number("count")), r.Number("manning") ?? 1, r.Evidence());

    private static TimelineEvent ToEvent(DataRecord r) =>
        new(r.Text("id"), r.Text("title"), Required(r.Date("from")), r.Date("to"), All(r, "changes", ToChange), r.Evidence());

    private static Change ToChange(DataRecord r) => r switch
    {
        _ when r.Text("close") is { Length: > 0 } target => new Change.Close(target),
        _ when r.Text("derate") is { Length: > 0 } target => new Change.Derate(target, Required(r.Number("capacity_left"))),
        _ when r.Text("open") is { Length: > 0 } target => new Change.Open(target),
        _ when r.Text("capture") is { Length: > 0 } target => new Change.Capture(ChangeTarget.Split(target).Id, r.Text("by")),
        _ when r.Text("repair") is { Length: > 0 } target => new Change.Repair(target),
        _ => new Change.Set(r.Text("set"), Required(Quantities.Find(r.Text("quantity"))), Required(r.Number("value"))),
    };

    private static AttackMeans ToAttack(DataRecord r) => new(
        r.Text("id"), r.Text("side"), r.Text("means"), r.Number("available_count"), r.Date("from"), r.Date("to"), r.Text("targets"),
        r.Number("capacity_left"), NestedRange(r, "repair_days"), NestedRange(r, "success"), ToUse(r), r.Evidence());

    private static AttackUse? ToUse(DataRecord r) => r.Text("resource").Length == 0 ? null : new(
        r.Text("resource"),
        r.Whole("cost_count") ?? 1,
        r.Whole("attack_limit_count"),
        [.. r.Ids("strikes").Select(s => AttackSelector.Parse(s, out _, out _)!)],
        r.Number("reach_km"),
        r.Number("smallest_length_m"),
        r.Flag("together"));

    private static Estimate? NestedRange(DataRecord record, string field) => record.Children(field) is [var range] ? range.Range("") : null;
}
