namespace RailOps.Server.Shell.Rendering;

/// <summary>How answers look.</summary>
/// <param name="WidthColumns">Columns that tables may fill.</param>
/// <param name="Colour">True: the reader is a terminal that wants colour.</param>
internal sealed record ReportStyle(int WidthColumns, bool Colour);
