namespace RailOps.Model.Formats;

/// <summary>A list.</summary>
/// <param name="Line">Line.</param>
/// <param name="Items">Its items.</param>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);
