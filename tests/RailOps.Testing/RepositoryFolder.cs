namespace RailOps.Testing;

/// <summary>Where the checkout is that these tests were built from: the first folder above them that holds the solution.</summary>
public static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string Networks => Path.Combine(Root, "networks");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RailOps.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds RailOps.sln.");
        return folder.FullName;
    }
}
