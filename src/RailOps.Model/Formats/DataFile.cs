namespace RailOps.Model.Formats;

/// <summary>A file that was read whole.</summary>
/// <param name="Name">Name relative to the folder <c>networks</c>, with forward slashes.</param>
/// <param name="Bytes">Contents.</param>
internal sealed record DataFile(string Name, byte[] Bytes);
