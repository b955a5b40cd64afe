namespace RailOps.Model.Formats;

/// <summary>Where something stands in the data files.</summary>
/// <param name="File">Relative file name.</param>
/// <param name="Row">Line, or null.</param>
/// <param name="Column">Column or YAML path.</param>
internal readonly record struct Place(string File, int? Row, string Column);
