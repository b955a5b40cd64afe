namespace RailOps.Model.Formats;

/// <summary>A scalar.</summary>
/// <param name="Line">Line.</param>
/// <param name="Value">Its text; empty for null.</param>
internal sealed record YamlText(int Line, string Value) : YamlNode(Line);
