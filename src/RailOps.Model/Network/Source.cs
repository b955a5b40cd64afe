namespace RailOps.Model.Network;

/// <summary>A work that values are taken from: one row of <c>sources.csv</c>.</summary>
/// <param name="Id">Id used in every table.</param>
/// <param name="Author">Author, or empty.</param>
/// <param name="Title">Title.</param>
/// <param name="Year">Year, or empty.</param>
/// <param name="FoundAt">Where it was read, or empty.</param>
/// <param name="Licence">Licence, or empty if not stated.</param>
public sealed record Source(string Id, string Author, string Title, string Year, string FoundAt, string Licence);
