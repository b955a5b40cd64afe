using RailOps.Model.Network;
using static RailOps.Model.Formats.CheckedValue;

namespace RailOps.Model.Formats;

/// <summary>Builds the infrastructure base from tables without errors.</summary>
internal static class BaseBuilder
{
    public static BaseNetwork Build(TableSet tables) => new(
        [.. tables[BaseFiles.Stations].Select(ToStation)],
        [.. tables[BaseFiles.Railways].Select(r => new Railway(r.Text("id"), r.Text("name")))],
        [.. tables[BaseFiles.Links].Select(ToLink)],
        [.. tables[BaseFiles.Points].Select(ToPoint)],
        [.. tables[BaseFiles.Values].Select(ToValue)],
        [
            .. tables[BaseFiles.Ports].Select(r => ToStationCapacity(r, StationCapacityKind.Port)),
            .. tables[BaseFiles.Transshipment].Select(r => ToStationCapacity(r, StationCapacityKind.GaugeBreak)),
        ],
        [.. tables[BaseFiles.Seasons].Select(ToSeason)],
        [.. tables[BaseFiles.Sources].Select(ToSource)]);

    private static Station ToStation(DataRecord r) => new(
        r.Text("id"), r.Text("name"), r.Text("name_period"), (double)Required(r.Number("latitude_degrees")), (double)Required(r.Number("longitude_degrees")),
        r.Text("country_1939"), r.Text("kind"), r.Evidence());

    private static Link ToLink(DataRecord r) => new(
        r.Text("id"), r.Text("from_id"), r.Text("to_id"), r.Text("railway_id"), r.Text("operator"), ModeOf(r.Text("mode")),
        Required(r.Number("length_km")), r.Date("opened"), r.Date("closed"), r.Flag("optional"), r.Text("season_id"), r.Evidence());

    private static LinkMode ModeOf(string text) => text switch
    {
        "rail" => LinkMode.Rail,
        "road" => LinkMode.Road,
        "sea" => LinkMode.Sea,
        "river" => LinkMode.River,
        "ferry" => LinkMode.Ferry,
        "ice" => LinkMode.Ice,
        "pontoon" => LinkMode.Pontoon,
        "transshipment" => LinkMode.Transshipment,
        _ => throw new InvalidOperationException($"Mode '{text}' is allowed by the description of {BaseFiles.Links.Name}, but has no meaning here."),
    };

    private static Point ToPoint(DataRecord r) =>
        new(r.Text("id"), r.Text("name"), r.Text("kind"), r.Ids("link_ids"), r.Number("length_m"), r.Evidence());

    private static ValueRow ToValue(DataRecord r) => new(
        r.Text("subject_id"), Required(Quantities.Find(r.Text("quantity"))), r.Date("valid_from"), r.Date("valid_to"),
        Required(r.Range("")), r.Text("low").Length > 0, r.Evidence());

    private static StationCapacity ToStationCapacity(DataRecord r, StationCapacityKind kind) => new(
        r.Text("station_id"), kind, r.Date("valid_from"), r.Date("valid_to"), Required(r.Range("capacity_tonnes_per_day_")), r.Evidence());

    private static SeasonWindow ToSeason(DataRecord r)
    {
        var from = Required(FieldText.MonthDay(r.Text("from_month_day")));
        var to = Required(FieldText.MonthDay(r.Text("to_month_day")));
        return new(r.Text("season_id"), from.Month, from.Day, to.Month, to.Day, Required(r.Range("factor_")), r.Evidence());
    }

    private static Source ToSource(DataRecord r) =>
        new(r.Text("id"), r.Text("author"), r.Text("title"), r.Text("year"), r.Text("found_at"), r.Text("licence"));
}
