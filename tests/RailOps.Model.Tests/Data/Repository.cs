namespace RailOps.Model.Tests.Data;

/// <summary>Where the repository is: the first folder above the test that holds the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    public static string Networks => Path.Combine(Root, "networks");

    private static string Find(DirectoryInfo directory)
    {
        for (var folder = directory; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RailOps.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {directory.FullName} holds RailOps.sln.");
    }
}
