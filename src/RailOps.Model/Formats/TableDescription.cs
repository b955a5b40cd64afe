using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>
/// A table or a kind of YAML mapping, described once: the readers check against it and build from it. Groups of fields are known by
/// name: <c>*low, *best, *high</c> is a figure with its uncertainty; <c>valid_from, valid_to</c>, <c>opened, closed</c> and
/// <c>from, to</c> are windows (if they are dates).
/// </summary>
internal sealed class TableDescription
{
    private static readonly (string From, string To)[] WindowNames = [("valid_from", "valid_to"), ("opened", "closed"), ("from", "to")];
    private readonly Dictionary<string, FieldDescription> _byName;

    public TableDescription(string name, params ImmutableArray<FieldDescription> fields)
    {
        Name = name;
        Fields = fields;
        _byName = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        RangePrefixes = [.. fields.Where(f => f.Name.EndsWith("best", StringComparison.Ordinal)).Select(f => f.Name[..^4])];
        Window = WindowNames.Where(w => IsDate(w.From) && IsDate(w.To)).Select(w => ((string, string)?)w).FirstOrDefault();
    }

    /// <summary>Relative file name of a table, or what a mapping is.</summary>
    public string Name { get; }

    /// <summary>Fields in the order of the documentation.</summary>
    public ImmutableArray<FieldDescription> Fields { get; }

    /// <summary>What stands before <c>low</c>, <c>best</c> and <c>high</c>, for each figure.</summary>
    public ImmutableArray<string> RangePrefixes { get; }

    /// <summary>Names of first day and end, or null.</summary>
    public (string From, string To)? Window { get; }

    /// <summary>The field of a name, or null.</summary>
    public FieldDescription? Find(string name) => _byName.GetValueOrDefault(name);

    private bool IsDate(string name) => Find(name)?.Type == FieldType.Date;
}
