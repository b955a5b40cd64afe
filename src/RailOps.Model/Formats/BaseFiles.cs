using System.Collections.Immutable;
using static RailOps.Model.Formats.Fields;

namespace RailOps.Model.Formats;

/// <summary>The tables of the folder <c>base</c>.</summary>
internal static class BaseFiles
{
    public static TableDescription Stations { get; } = new(
        "base/stations.csv",
        Id("id", "unique over all stations"),
        Text("name", "name today, Latin letters").Required(),
        Text("name_period", "name at the time"),
        Number("latitude_degrees", "degrees", "WGS 84, north positive").Between(-90, 90).Required(),
        Number("longitude_degrees", "degrees", "WGS 84, east positive").Between(-180, 180).Required(),
        Text("country_1939", "country in 1939; rules of control name it").Required(),
        Text("kind", "station, junction, port, depot, border"),
        Text("notes", "what a reader should know"),
        SourceIds(),
        Grade());

    public static TableDescription Railways { get; } = new(
        "base/railways.csv",
        Id("id", "unique over all railways"),
        Text("name", "name for people").Required());

    public static TableDescription Links { get; } = new(
        "base/links.csv",
        Id("id", "unique over links and points"),
        Reference("from_id", EntityKinds.Station, "station at one end"),
        Reference("to_id", EntityKinds.Station, "station at the other end"),
        Reference("railway_id", EntityKinds.Railway, "the line it belongs to"),
        Id("operator", "scope of planning factors"),
        Choice("mode", ["rail", "road", "sea", "river", "ferry", "ice", "pontoon", "transshipment"], "how goods move"),
        Number("length_km", "km", "length") with { IsRequired = true, ExcludesMinimum = true },
        Date("opened", "first day of traffic; blank: before any date asked for"),
        Date("closed", "first day without traffic; blank: not closed"),
        Flag("optional", "true: exists only where a timeline or a change opens it"),
        Reference("season_id", EntityKinds.Season, "what is left of the capacity in parts of the year; blank: all").Optional(),
        Text("notes", "what a reader should know"),
        SourceIds(),
        Grade());

    public static TableDescription Values { get; } = new(
        "base/values.csv",
        [
            Reference("subject_id", EntityKinds.Link | EntityKinds.Point, "link or point"),
            Choice("quantity", Quantities.Names, "which figure"),
            .. Window(),
            .. Range("", "unit of the quantity", "the figure"),
            .. Evidence("note"),
        ]);

    public static TableDescription Points { get; } = new(
        "base/points.csv",
        Id("id", "unique over links and points"),
        Text("name", "name for people").Required(),
        Text("kind", "tunnel, bridge, ferry, pass, yard, border").Required(),
        References("link_ids", EntityKinds.Link, "links that pass it"),
        Number("length_m", "m", "length"),
        Text("notes", "what a reader should know"),
        SourceIds(),
        Grade());

    public static TableDescription Ports { get; } = StationCapacity("base/ports.csv", "loading and unloading of ships in each direction");

    public static TableDescription Transshipment { get; } = StationCapacity("base/transshipment.csv", "reloading between gauges in each direction");

    public static TableDescription Seasons { get; } = new(
        "base/seasons.csv",
        [
            Id("season_id", "the season"),
            MonthDay("from_month_day", "first day"),
            MonthDay("to_month_day", "last day"),
            .. Range("factor_", "1", "share of the capacity left"),
            .. Evidence("note"),
        ]);

    /// <summary>Read and checked; only back-tests name its rows.</summary>
    public static TableDescription CapacityEvidence { get; } = new(
        "base/capacity_evidence.csv",
        Id("id", "unique over this table"),
        Text("place", "line or stretch in words").Required(),
        Reference("from_id", EntityKinds.Station, "station at one end").Optional(),
        Reference("to_id", EntityKinds.Station, "station at the other end").Optional(),
        Text("date", "when, as the source says it"),
        Text("figure", "the figure as the source says it").Required(),
        Text("unit", "its unit").Required(),
        Text("meaning", "what exactly it counts"),
        SourceIds("source_id"),
        Text("page", "where in the source"),
        Grade());

    public static TableDescription Sources { get; } = new(
        "base/sources.csv",
        Id("id", "id used in every table"),
        Text("author", "author"),
        Text("title", "title").Required(),
        Text("year", "year"),
        Text("found_at", "where it was read"),
        Text("licence", "licence"));

    public static ImmutableArray<TableDescription> All { get; } =
        [Stations, Railways, Links, Values, Points, Ports, Transshipment, Seasons, CapacityEvidence, Sources];

    private static TableDescription StationCapacity(string name, string meaning) => new(
        name,
        [
            Reference("station_id", EntityKinds.Station, "the station"),
            .. Window(),
            .. Range("capacity_tonnes_per_day_", "t/day", meaning),
            .. Evidence("note"),
        ]);

    private static ImmutableArray<FieldDescription> Window() =>
        [Date("valid_from", "first day; blank: from the beginning"), Date("valid_to", "first day on which it no longer holds; blank: to the end")];

    private static ImmutableArray<FieldDescription> Evidence(string note) => [SourceIds(), Grade(), Text(note, "what a reader should know")];
}
