using System.Collections.Immutable;
using static RailOps.Model.Formats.Fields;

namespace RailOps.Model.Formats;

/// <summary>The keys of <c>timelines/*.yaml</c>, mapping by mapping.</summary>
internal static class TimelineKeys
{
    public static ImmutableArray<string> SupplyKinds { get; } = ["general", "ammunition", "grain", "oil", "coal"];

    public static TableDescription Side { get; } = new(
        "side",
        Id("id", "unique in the timeline"),
        Text("title", "name for people").Required(),
        Reference("opponent", EntityKinds.Side, "who takes a station when nothing else is said"));

    public static TableDescription OptionalLinks { get; } = new(
        "optional link",
        [
            Reference("railway", EntityKinds.Railway, "all links of a railway").Optional(),
            Reference("link", EntityKinds.Link, "one link").Optional(),
            Date("from", "first day of traffic").Required(),
            .. Evidence(),
        ]);

    public static TableDescription Control { get; } = new(
        "control rule",
        new FieldDescription("country", FieldType.Text, IsRequired: false, "", "all stations of a country") { References = EntityKinds.Country },
        Reference("station", EntityKinds.Station, "one station").Optional(),
        Reference("side", EntityKinds.Side, "who holds it; blank: nobody").Optional(),
        Date("from", "first day"),
        Text("note", "why"));

    public static TableDescription Source { get; } = new(
        "source of supply",
        [
            Reference("side", EntityKinds.Side, "whose it is"),
            Reference("station", EntityKinds.Station, "where"),
            Choice("kind", SupplyKinds, "what it gives"),
            .. Range("", "t/day", "how much; blank: as much as the network carries").Select(Fields.Optional),
            .. Window(),
            .. Evidence(),
        ]);

    public static TableDescription Entry { get; } = new(
        "entry",
        Reference("station", EntityKinds.Station, "where the front draws supply"),
        Number("road_leg_km", "km", "haul beyond it that is not a link"));

    public static TableDescription Trucks { get; } = new("fleet", Range("", "trucks", "trucks that work the road legs"));

    public static TableDescription Formation { get; } = new(
        "formations present",
        [
            Text("name", "what it is, in words").Required(),
            FormationId("formation", "type") with { References = EntityKinds.Formation },
            Number("count", "formations", "how many").Required(),
            Number("manning", "1", "men present / establishment; blank: 1").Between(0, 2),
            .. Evidence(),
        ]);

    public static TableDescription Strength { get; } = new(
        "order of battle",
        Date("date", "first day").Required(),
        Maps("formations", Formation, "what stands there"));

    public static TableDescription Front { get; } = new(
        "front",
        [
            Id("id", "unique for a side on a day"),
            Reference("side", EntityKinds.Side, "whose it is"),
            Text("title", "name for people").Required(),
            .. Window(),
            Whole("priority", "rank", "1 is served first").Between(1, 1000).Required(),
            Whole("weight", "1", "weight of one division; blank: 1").Between(1, 1000),
            Choice("posture", DoctrineFiles.Postures, "posture when the question names none"),
            Maps("entries", Entry, "where it draws supply").Required(),
            Map("trucks", Trucks, "fleet that works the road legs"),
            Text("known_unreachable", "why no source reaches it"),
            Maps("strength", Strength, "what stands there, by date"),
            .. Evidence(),
        ]);

    public static TableDescription Change { get; } = new(
        "change",
        Text("close", "nothing passes"),
        Text("derate", "only a share passes"),
        Number("capacity_left", "1", "with derate: the share").Between(0, 1),
        Text("open", "a link carries traffic"),
        Text("capture", "a station changes hands"),
        Reference("by", EntityKinds.Side, "with capture: who takes it").Optional(),
        Text("repair", "damage is undone"),
        Text("set", "a figure is replaced"),
        Choice("quantity", Quantities.Names, "with set: which figure").Optional(),
        Number("value", "unit of the quantity", "with set: the new value"));

    public static TableDescription Event { get; } = new(
        "event",
        [
            Id("id", "unique in the timeline"),
            Text("title", "what happens").Required(),
            Date("from", "first day").Required(),
            Date("to", "first day on which its effect is gone; blank: it lasts"),
            Maps("changes", Change, "its effect"),
            .. Evidence(),
        ]);

    public static TableDescription Scenario { get; } = new(
        "scenario",
        Id("id", "unique in the timeline"),
        Text("title", "title").Required(),
        Text("description", "what it asks").Required(),
        Maps("changes", Change, "its changes").Required());

    public static TableDescription RepairDays { get; } = new("repair time", Range("", "days", "time to repair"));

    public static TableDescription Success { get; } = new("chance", Range("", "1", "chance of success", 1));

    public static TableDescription Attack { get; } = new(
        "means of attack",
        [
            Id("id", "unique in the timeline; blank: told only, cannot be asked for").Optional(),
            Reference("side", EntityKinds.Side, "the attacker"),
            Text("means", "what it is").Required(),
            Number("available_count", "raids or aircraft", "how many in the window"),
            .. Window(),
            Text("targets", "what it can strike, in words").Required(),
            Id("resource", "what is spent, for example air-sorties; its unit is one of them").Optional(),
            Whole("cost_count", "units of the resource", "what one attack takes"),
            Whole("attack_limit_count", "attacks", "most attacks by this means; blank: only the resource limits them"),
            new FieldDescription(
                "strikes", FieldType.IdList, IsRequired: false, "",
                "what it can strike: link:x, point:x, station:x, railway:x, links-of:x (a railway), sea-links-of:x (a station) or every:kind") { HasOwnForm = true },
            Number("reach_km", "km", "farthest target from a station that the attacker holds; blank: anywhere"),
            Number("smallest_length_m", "m", "only tunnels and bridges known to be as long as this; blank: any"),
            Flag("together", "true: one attack strikes all of strikes at once"),
            Number("capacity_left", "1", "share of the capacity left until repaired").Between(0, 1),
            Map("repair_days", RepairDays, "time to repair"),
            Map("success", Success, "chance of success"),
            .. Evidence(),
        ]);

    public static TableDescription Timeline { get; } = new(
        "timeline",
        Id("id", "name of the file"),
        Text("title", "title").Required(),
        Text("description", "what it is").Required(),
        Flag("fictional", "true: a story").Required(),
        Date("start_date", "first date that can be asked for").Required(),
        Date("end_date", "last date").Required(),
        Date("default_date", "date used when none is given").Required(),
        new FieldDescription("supply_kinds_counted", FieldType.IdList, IsRequired: true, "", "kinds of source that can feed any need"),
        Text("supply_kinds_reason", "why these").Required(),
        Maps("sides", Side, "sides, the default first").Required(),
        Maps("optional_links", OptionalLinks, "optional links taken as built"),
        Maps("control", Control, "who holds what"),
        Maps("sources", Source, "where supply enters"),
        Maps("fronts", Front, "where formations draw supply"),
        Maps("events", Event, "what happens when"),
        Maps("scenarios", Scenario, "named what-ifs"),
        Maps("attack_means", Attack, "means of attack"));

    private static ImmutableArray<FieldDescription> Window() =>
        [Date("from", "first day"), Date("to", "first day on which it no longer holds")];

    private static ImmutableArray<FieldDescription> Evidence() =>
        [Grade(), SourceIds("sources"), Text("note", "what a reader should know")];
}
