using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Makes the fields of the table descriptions.</summary>
internal static class Fields
{
    public static FieldDescription Text(string name, string meaning) => new(name, FieldType.Text, IsRequired: false, "", meaning);

    public static FieldDescription Id(string name, string meaning) => new(name, FieldType.Id, IsRequired: true, "", meaning);

    public static FieldDescription FormationId(string name, string meaning) => new(name, FieldType.FormationId, IsRequired: true, "", meaning);

    public static FieldDescription Reference(string name, EntityKinds kinds, string meaning) =>
        new(name, FieldType.Id, IsRequired: true, "", meaning) { References = kinds };

    public static FieldDescription References(string name, EntityKinds kinds, string meaning) =>
        new(name, FieldType.IdList, IsRequired: true, "", meaning) { References = kinds };

    public static FieldDescription Date(string name, string meaning) => new(name, FieldType.Date, IsRequired: false, "", meaning);

    public static FieldDescription MonthDay(string name, string meaning) => new(name, FieldType.MonthDay, IsRequired: true, "", meaning);

    public static FieldDescription Number(string name, string unit, string meaning) => new(name, FieldType.Number, IsRequired: false, unit, meaning);

    public static FieldDescription Whole(string name, string unit, string meaning) => new(name, FieldType.Whole, IsRequired: false, unit, meaning);

    public static FieldDescription Flag(string name, string meaning) => new(name, FieldType.Flag, IsRequired: false, "", meaning) { Choices = ["false", "true"] };

    public static FieldDescription Choice(string name, ImmutableArray<string> choices, string meaning) =>
        new(name, FieldType.Choice, IsRequired: true, "", meaning) { Choices = choices };

    public static FieldDescription Map(string name, TableDescription nested, string meaning) =>
        new(name, FieldType.Map, IsRequired: false, "", meaning) { Nested = nested };

    public static FieldDescription Maps(string name, TableDescription nested, string meaning) =>
        new(name, FieldType.Maps, IsRequired: false, "", meaning) { Nested = nested };

    public static FieldDescription Grade() => Choice("grade", ["A", "B", "C", "D"], "how far the row can be trusted");

    public static FieldDescription SourceIds(string name = "source_ids") => References(name, EntityKinds.Source, "works that the row is taken from");

    /// <summary>Low, best and high of one figure; low and high may be blank: the source gave one number.</summary>
    public static ImmutableArray<FieldDescription> Range(string prefix, string unit, string meaning, decimal maximum = DataLimits.Number) =>
    [
        Number(prefix + "low", unit, $"{meaning}, smallest plausible value") with { Maximum = maximum },
        Number(prefix + "best", unit, $"{meaning}, most likely value") with { Maximum = maximum, IsRequired = true },
        Number(prefix + "high", unit, $"{meaning}, largest plausible value") with { Maximum = maximum },
    ];

    public static FieldDescription Required(this FieldDescription field) => field with { IsRequired = true };

    public static FieldDescription Optional(this FieldDescription field) => field with { IsRequired = false };

    public static FieldDescription Between(this FieldDescription field, decimal minimum, decimal maximum) =>
        field with { Minimum = minimum, Maximum = maximum };
}
