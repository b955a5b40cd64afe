using RailOps.Model.Formats;

namespace RailOps.Model.Tests.Formats;

/// <summary>
/// A complete folder of data, as small as the format allows, in a temporary directory. A test replaces a piece of text or a file and
/// loads it again; nothing else is wrong in it.
/// </summary>
internal sealed class TinyNetworks : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("railops-");

    public TinyNetworks()
    {
        foreach (var (name, text) in TinyFiles.All)
            Write(name, text);
    }

    public string Root => _directory.FullName;

    public TinyNetworks Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public TinyNetworks Delete(string name)
    {
        File.Delete(Path.Combine(Root, name));
        return this;
    }

    /// <summary>Replaces text that must occur exactly once in the file.</summary>
    public TinyNetworks Replace(string name, string old, string replacement)
    {
        var text = File.ReadAllText(Path.Combine(Root, name));
        if (text.Split(old).Length != 2)
            throw new ArgumentException($"'{old}' should occur once in {name}, but occurs {text.Split(old).Length - 1} times.", nameof(old));

        return Write(name, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public TinyNetworks Append(string name, string line) => Write(name, File.ReadAllText(Path.Combine(Root, name)) + line + "\n");

    public LoadResult Load() => RailDataReader.Load(Root);

    public void Dispose() => _directory.Delete(recursive: true);
}
