using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Formats;

/// <summary>
/// A row of a table or a YAML mapping. Reading never fails: <see cref="RecordCheck"/> has told of a bad field, which then reads as if
/// it were blank. Only a load without errors builds from records, so that builders may rely on what is required.
/// </summary>
internal abstract class DataRecord(TableDescription table)
{
    /// <summary>What fields it has.</summary>
    public TableDescription Table { get; } = table;

    /// <summary>Text of a field without blanks around it; empty if not stated.</summary>
    public abstract string Text(string field);

    /// <summary>The ids of a list field.</summary>
    public abstract ImmutableArray<string> Ids(string field);

    /// <summary>Where a field stands; where the record stands, if it is not stated.</summary>
    public abstract Place At(string field);

    /// <summary>True if the field could be in the record at all (its column exists).</summary>
    public virtual bool Has(string field) => true;

    /// <summary>The mappings of a field, or none.</summary>
    public virtual ImmutableArray<DataRecord> Children(string field) => [];

    public DateOnly? Date(string field) => FieldText.Date(Text(field));

    public decimal? Number(string field) => FieldText.Number(Text(field));

    /// <summary>A whole number; null also if it has a fraction or is out of range.</summary>
    public long? Whole(string field) =>
        Number(field) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= DataLimits.Number ? (long)number : null;

    public bool Flag(string field) => Text(field) == "true";

    /// <summary>A figure with low, best and high; null if best is not stated.</summary>
    public Estimate? Range(string prefix) =>
        Number(prefix + "best") is { } best ? new(Number(prefix + "low") ?? best, best, Number(prefix + "high") ?? best) : null;

    /// <summary>First day and end.</summary>
    public (DateOnly? From, DateOnly? To) Window() => Table.Window is { } names ? (Date(names.From), Date(names.To)) : default;

    /// <summary>Source and grade of the row.</summary>
    public Evidence Evidence()
    {
        var sources = Ids(Table.Find("source_ids") is null ? "sources" : "source_ids");
        return new(ReadGrade(), sources, Text(Table.Find("notes") is null ? "note" : "notes"));
    }

    private Grade ReadGrade() => Text("grade") switch
    {
        "A" => Grade.A,
        "B" => Grade.B,
        "C" => Grade.C,
        _ => Grade.D,
    };
}
