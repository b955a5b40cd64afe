namespace RailOps.Server.Shell.Commands;

/// <summary>Finds the folder of the data files.</summary>
internal static class DataDirectory
{
    private const string FolderName = "networks";

    /// <summary>
    /// What was asked for; else RAILOPS_DATA; else the first folder <c>networks</c> with a folder <c>base</c> beside or above the current
    /// directory, then the program; else <c>networks</c> in the current directory, which need not exist.
    /// </summary>
    public static string Find(string? asked, ShellEnvironment environment)
    {
        if ((asked ?? environment.Variable("RAILOPS_DATA")) is { Length: > 0 } named)
            return Path.GetFullPath(named, environment.CurrentDirectory);
        return SearchUp(environment.CurrentDirectory)
            ?? SearchUp(environment.ProgramDirectory)
            ?? Path.Combine(environment.CurrentDirectory, FolderName);
    }

    private static string? SearchUp(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(Path.Combine(candidate, "base")))
                return candidate;
        }

        return null;
    }
}
