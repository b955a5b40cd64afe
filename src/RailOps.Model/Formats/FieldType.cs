namespace RailOps.Model.Formats;

/// <summary>How the text of a field is to be read.</summary>
internal enum FieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Lower-case ASCII letters, digits and hyphens.</summary>
    Id,

    /// <summary>Upper-case ASCII letters, digits and underscores.</summary>
    FormationId,

    /// <summary>Several ids: a cell separated by <c>;</c> or a YAML list.</summary>
    IdList,

    /// <summary>Day, month or year.</summary>
    Date,

    /// <summary>Day of the year, <c>MM-DD</c>.</summary>
    MonthDay,

    /// <summary>Decimal number with a point.</summary>
    Number,

    /// <summary>Whole number.</summary>
    Whole,

    /// <summary><c>true</c> or <c>false</c>; blank is false.</summary>
    Flag,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>YAML: a mapping with fields of its own.</summary>
    Map,

    /// <summary>YAML: a list of mappings with fields of their own.</summary>
    Maps,
}
