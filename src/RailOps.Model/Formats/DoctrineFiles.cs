using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using static RailOps.Model.Formats.Fields;

namespace RailOps.Model.Formats;

/// <summary>The tables of the folder <c>doctrine</c>.</summary>
internal static class DoctrineFiles
{
    public static TableDescription Formations { get; } = new(
        "doctrine/formations.csv",
        FormationId("formation_id", "unique over all formations"),
        Text("name", "name for people").Required(),
        Text("year", "year of the establishment"),
        Whole("men_count", "men", "men at full strength").Required(),
        Number("horse_count", "horses", "horses at full strength"),
        Number("vehicle_count", "vehicles", "vehicles at full strength"),
        Number("division_equivalent", "divisions", "divisions it counts as").Required(),
        FormationReference("tail_formation_id", "its army and corps troops; blank: none").Optional(),
        Number("tail_ratio_rest", "tails", "tails for each at rest"),
        Number("tail_ratio_defence", "tails", "tails for each in defence"),
        Number("tail_ratio_attack", "tails", "tails for each in attack"),
        SourceIds(),
        Grade(),
        Text("notes", "what a reader should know"));

    public static ImmutableArray<string> Postures { get; } = ["rest", "defence", "attack"];

    public static TableDescription Consumption { get; } = new(
        "doctrine/consumption.csv",
        [
            FormationReference("formation_id", "the formation"),
            Choice("posture", Postures, "what it is doing"),
            Number("rations_tonnes_per_day", "t/day", "food"),
            Number("forage_tonnes_per_day", "t/day", "forage"),
            Number("fuel_tonnes_per_day", "t/day", "fuel"),
            Number("ammunition_tonnes_per_day", "t/day", "ammunition"),
            Number("other_tonnes_per_day", "t/day", "all else"),
            .. Range("total_tonnes_per_day_", "t/day", "the whole need"),
            SourceIds(),
            Grade(),
            Text("note", "what a reader should know"),
        ]);

    public static TableDescription PlanningFactors { get; } = new(
        "doctrine/planning_factors.csv",
        [
            Choice("factor_id", PlanningFactorIds.All, "which figure, with its unit"),
            Id("scope", "operator, or all"),
            Date("valid_from", "first day; blank: from the beginning"),
            Date("valid_to", "first day on which it no longer holds; blank: to the end"),
            Text("unit", "unit of the figure").Required(),
            .. Range("", "the unit stated", "the figure"),
            SourceIds(),
            Grade(),
            Text("note", "what a reader should know"),
        ]);

    /// <summary>Words for the classes; the last: nothing.</summary>
    public static ImmutableArray<string> ClassWords { get; } = [.. Enum.GetValues<SupplyClass>().Select(SupplyClassIds.IdOf), "none"];

    public static TableDescription SupplyClassRules { get; } = new(
        "doctrine/supply_classes.csv",
        Choice("kind", TimelineKeys.SupplyKinds, "kind of source"),
        Reference("station_id", EntityKinds.Station, "station that it holds for, instead of the rows without one; blank: all others").Optional(),
        Choice("class_id", ClassWords, "class of supply that it gives; none: counted elsewhere"),
        SourceIds(),
        Grade(),
        Text("note", "what a reader should know"));

    public static TableDescription Fleets { get; } = new(
        "doctrine/fleets.csv",
        [
            Id("side_id", "side of a timeline"),
            Date("valid_from", "first day; blank: from the beginning"),
            Date("valid_to", "first day on which it no longer holds; blank: to the end"),
            .. Range("wagon_count_", "wagons", "goods wagons that supply can use; blank: not known").Select(f => f.Optional()),
            .. Range("locomotive_count_", "locomotives", "goods locomotives that supply can use; blank: not known").Select(f => f.Optional()),
            SourceIds(),
            Grade(),
            Text("note", "what a reader should know"),
        ]);

    public static ImmutableArray<TableDescription> All { get; } = [Formations, Consumption, PlanningFactors, SupplyClassRules, Fleets];

    private static FieldDescription FormationReference(string name, string meaning) =>
        FormationId(name, meaning) with { References = EntityKinds.Formation };
}
