using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>A column of a table or a key of a YAML mapping.</summary>
/// <param name="Name">Column or key.</param>
/// <param name="Type">How it is read.</param>
/// <param name="IsRequired">True: may not be blank.</param>
/// <param name="Unit">Unit, or empty.</param>
/// <param name="Meaning">What it says, for people.</param>
internal sealed record FieldDescription(string Name, FieldType Type, bool IsRequired, string Unit, string Meaning)
{
    /// <summary>Smallest number allowed.</summary>
    public decimal Minimum { get; init; }

    /// <summary>Largest number allowed.</summary>
    public decimal Maximum { get; init; } = DataLimits.Number;

    /// <summary>True: the number must be larger than <see cref="Minimum"/>.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>Words of a <see cref="FieldType.Choice"/>.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>True: a list not of bare ids; a check of its own reads the entries.</summary>
    public bool HasOwnForm { get; init; }

    /// <summary>What the id or ids must name.</summary>
    public EntityKinds References { get; init; }

    /// <summary>Fields of the mappings inside.</summary>
    public TableDescription? Nested { get; init; }
}
