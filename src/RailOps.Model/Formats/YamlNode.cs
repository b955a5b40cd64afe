namespace RailOps.Model.Formats;

/// <summary>A node of a YAML file with the line where it begins.</summary>
/// <param name="Line">Line, 1 = first.</param>
internal abstract record YamlNode(int Line);
