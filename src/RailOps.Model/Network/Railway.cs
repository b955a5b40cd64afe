namespace RailOps.Model.Network;

/// <summary>The named line that links belong to.</summary>
/// <param name="Id">Lower-case ASCII id.</param>
/// <param name="Name">Name for people.</param>
public sealed record Railway(string Id, string Name);
