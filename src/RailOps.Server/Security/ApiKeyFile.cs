namespace RailOps.Server.Security;

/// <summary>Reads and changes a file of hashed keys: one a line, comments begin with <c>#</c>. On Unix only its owner may read a new file.</summary>
internal static class ApiKeyFile
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Gets one sentence for everything wrong.</param>
    /// <returns>The keys in the order of the file; null: it cannot be used.</returns>
    public static IReadOnlyList<ApiKeyLine>? Read(string path, ICollection<string> problems)
    {
        try
        {
            return Parse(path, File.ReadAllLines(path), problems);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add($"File of keys {path} cannot be read: {fault.Message} \"railops keys add NAME --file {path}\" makes it.");
            return null;
        }
    }

    /// <summary>Adds a key at the end, and makes the file if it is not there.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Append(string path, ApiKeyLine key)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var lacksEnd = File.Exists(path) && File.ReadAllText(path) is [.., not '\n'];
        using var writer = new StreamWriter(path, options);
        writer.Write($"{(lacksEnd ? "\n" : "")}{key.Format()}\n");
    }

    /// <summary>Removes a key and leaves all other lines as they are. The file is replaced in one step.</summary>
    /// <returns>False: no key has that name.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static bool Remove(string path, string name)
    {
        var lines = File.ReadAllLines(path);
        var kept = lines.Where(line => !IsKey(line) || ApiKeyLine.Parse(line, out _)?.Name != name).ToList();
        if (kept.Count == lines.Length)
            return false;
        var next = path + ".new";
        File.Copy(path, next, overwrite: true);
        File.WriteAllLines(next, kept);
        File.Move(next, path, overwrite: true);
        return true;
    }

    private static List<ApiKeyLine>? Parse(string path, string[] lines, ICollection<string> problems)
    {
        var keys = new List<ApiKeyLine>();
        var isGood = true;
        foreach (var (index, line) in lines.Index().Where(row => IsKey(row.Item)))
        {
            var key = ApiKeyLine.Parse(line, out var problem);
            if (key is not null && keys.Exists(other => other.Name == key.Name))
                problem = $"has the name \"{key.Name}\" a second time";
            if (problem.Length > 0)
                problems.Add($"Line {index + 1} of the file of keys {path} {problem}.");
            isGood &= problem.Length == 0;
            if (key is not null)
                keys.Add(key);
        }
        return isGood ? keys : null;
    }

    private static bool IsKey(string line) => line.AsSpan().Trim() is { IsEmpty: false } text && text[0] != '#';
}
