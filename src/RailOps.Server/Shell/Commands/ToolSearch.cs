namespace RailOps.Server.Shell.Commands;

/// <summary>Finds programs in the folders that PATH names.</summary>
internal static class ToolSearch
{
    /// <summary>Full path of the first file of that name, or null.</summary>
    /// <param name="name">Name without an ending.</param>
    /// <param name="path">What PATH holds.</param>
    public static string? Find(string name, string? path)
    {
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd", ".bat" } : [""];
        return (from folder in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                from ending in endings
                let file = Path.Combine(folder, name + ending)
                where File.Exists(file)
                select file).FirstOrDefault();
    }
}
