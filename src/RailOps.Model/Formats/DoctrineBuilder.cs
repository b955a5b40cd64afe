using RailOps.Model.Doctrine;
using RailOps.Model.Units;
using static RailOps.Model.Formats.CheckedValue;

namespace RailOps.Model.Formats;

/// <summary>Builds the doctrine tables from tables without errors.</summary>
internal static class DoctrineBuilder
{
    public static DoctrineTables Build(TableSet tables)
    {
        var needs = tables[DoctrineFiles.Consumption].ToDictionary(
            r => (r.Text("formation_id"), r.Text("posture")), r => Required(r.Range("total_tonnes_per_day_")));
        return new(
            [.. tables[DoctrineFiles.Formations].Select(r => ToFormation(r, needs))],
            [.. tables[DoctrineFiles.PlanningFactors].Select(ToFactor)]);
    }

    public static Posture PostureOf(string text) => text switch
    {
        "rest" => Posture.Rest,
        "defence" => Posture.Defence,
        "attack" => Posture.Attack,
        _ => throw new InvalidOperationException($"Posture '{text}' is allowed by the descriptions, but has no meaning here."),
    };

    private static FormationType ToFormation(DataRecord r, Dictionary<(string, string), Estimate> needs)
    {
        var id = r.Text("formation_id");
        return new(
            id, r.Text("name"), Required(r.Whole("men_count")), Required(r.Number("division_equivalent")), r.Text("tail_formation_id"),
            r.Number("tail_ratio_rest") ?? 0, r.Number("tail_ratio_defence") ?? 0, r.Number("tail_ratio_attack") ?? 0,
            needs[(id, "rest")], needs[(id, "defence")], needs[(id, "attack")], r.Evidence());
    }

    private static PlanningFactor ToFactor(DataRecord r) =>
        new(r.Text("factor_id"), r.Text("scope"), r.Date("valid_from"), r.Date("valid_to"), Required(r.Range("")), r.Evidence());
}
