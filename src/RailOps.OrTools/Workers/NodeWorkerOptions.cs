namespace RailOps.OrTools.Workers;

/// <summary>How workers are found and held. Immutable.</summary>
public sealed record NodeWorkerOptions
{
    /// <summary>Environment variable that names the folder whose <c>node_modules</c> holds OR-Tools.</summary>
    public const string FolderVariable = "RAILOPS_OR_TOOLS";

    /// <summary>The npm package, with the version that this program was tested with.</summary>
    public const string Package = "or-tools-wasm@0.9.1";

    /// <summary>The largest <see cref="PoolSize"/> that a server takes.</summary>
    public const int LargestPoolSize = 64;

    /// <summary>The least <see cref="MemoryMebibytes"/>: with less the solvers do not load.</summary>
    public const int LeastMebibytes = 64;

    /// <summary>The most of <see cref="MemoryMebibytes"/> that the solvers use.</summary>
    public const int MostMebibytes = 2048;

    /// <summary>Node.js: a name that is looked for on PATH, or a path.</summary>
    public string NodeProgram { get; init; } = "node";

    /// <summary>The worker's script.</summary>
    public string Script { get; init; } = Path.Combine(AppContext.BaseDirectory, "or-tools-worker", "worker.mjs");

    /// <summary>Folder whose <c>node_modules</c> holds the package.</summary>
    public string PackageFolder { get; init; } = FindPackageFolder();

    /// <summary>How many workers there are at most, 1 or more; each serves one request at a time.</summary>
    public int PoolSize { get; init; } = 1;

    /// <summary>Memory of one worker, in mebibytes: its JavaScript heap and, apart from that, the memory of the solvers. At most 2048 is used.</summary>
    public int MemoryMebibytes { get; init; } = MostMebibytes;

    /// <summary>Time in which a worker must say that it is there.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that a solver which knows its limit has to come back past it, before its worker is ended.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What the environment names; else <c>artifacts/tools/or-tools</c> of the checkout that the program runs from; else beside the program.</summary>
    private static string FindPackageFolder()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "artifacts", "tools", "or-tools");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return Path.Combine(AppContext.BaseDirectory, "or-tools-worker");
    }
}
