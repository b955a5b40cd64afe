using RailOps.Model.Doctrine;
using RailOps.Model.Units;
using static RailOps.Model.Formats.CheckedValue;

namespace RailOps.Model.Formats;

/// <summary>Builds the doctrine tables from tables without errors.</summary>
internal static class DoctrineBuilder
{
    public static DoctrineTables Build(TableSet tables)
    {
        var needs = tables[DoctrineFiles.Consumption].ToDictionary(r => (r.Text("formation_id"), r.Text("posture")));
        return new(
            [.. tables[DoctrineFiles.Formations].Select(r => ToFormation(r, needs))],
            [.. tables[DoctrineFiles.PlanningFactors].Select(ToFactor)])
        {
            SupplyClassRules = [.. tables[DoctrineFiles.SupplyClassRules].Select(ToClassRule)],
            Fleets = [.. tables[DoctrineFiles.Fleets].Select(ToFleet)],
        };
    }

    public static Posture PostureOf(string text) => text switch
    {
        "rest" => Posture.Rest,
        "defence" => Posture.Defence,
        "attack" => Posture.Attack,
        _ => throw new InvalidOperationException($"Posture '{text}' is allowed by the descriptions, but has no meaning here."),
    };

    private static FormationType ToFormation(DataRecord r, Dictionary<(string, string), DataRecord> needs)
    {
        var id = r.Text("formation_id");
        var (rest, defence, attack) = (needs[(id, "rest")], needs[(id, "defence")], needs[(id, "attack")]);
        return new(
            id, r.Text("name"), Required(r.Whole("men_count")), Required(r.Number("division_equivalent")), r.Text("tail_formation_id"),
            r.Number("tail_ratio_rest") ?? 0, r.Number("tail_ratio_defence") ?? 0, r.Number("tail_ratio_attack") ?? 0,
            ToNeed(rest), ToNeed(defence), ToNeed(attack), r.Evidence())
        {
            RestSplit = ToSplit(rest),
            DefenceSplit = ToSplit(defence),
            AttackSplit = ToSplit(attack),
        };
    }

    private static Estimate ToNeed(DataRecord r) => Required(r.Range("total_tonnes_per_day_"));

    private static ClassSplit ToSplit(DataRecord r)
    {
        decimal Column(string name) => r.Number(name + "_tonnes_per_day") ?? 0m;
        return new(Column("rations") + Column("forage"), Column("ammunition"), Column("fuel"), Column("other"));
    }

    private static SupplyClassRule ToClassRule(DataRecord r)
    {
        var place = DoctrineFiles.ClassWords.IndexOf(r.Text("class_id"));
        SupplyClass? supplyClass = place < DoctrineFiles.ClassWords.Length - 1 ? (SupplyClass)place : null;
        return new(r.Text("kind"), r.Text("station_id"), supplyClass, r.Evidence());
    }

    private static Fleet ToFleet(DataRecord r) => new(
        r.Text("side_id"), r.Date("valid_from"), r.Date("valid_to"), r.Range("wagon_count_"), r.Range("locomotive_count_"), r.Evidence());

    private static PlanningFactor ToFactor(DataRecord r) =>
        new(r.Text("factor_id"), r.Text("scope"), r.Date("valid_from"), r.Date("valid_to"), Required(r.Range("")), r.Evidence());
}
