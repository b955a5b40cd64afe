namespace RailOps.Model.Formats;

/// <summary>A mapping, keys in file order; a repeated key is kept.</summary>
/// <param name="Line">Line.</param>
/// <param name="Entries">Keys with their values.</param>
internal sealed record YamlMap(int Line, IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries) : YamlNode(Line);
