namespace RailOps.Model.Formats.GraphFiles;

/// <summary>The nodes of a graph by name, numbered as they come.</summary>
internal sealed class NodeNames
{
    // Comparing one name with half a million others takes a moment; whoever has more faults than this mends the first ones first.
    private const int MostSearches = 20;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private int _searches;

    /// <summary>Names in the order of their indexes.</summary>
    public IReadOnlyList<string> All => _names;

    /// <summary>Index of a name, or -1.</summary>
    public int IndexOf(string name) => _indexes.GetValueOrDefault(name, -1);

    /// <summary>Index of a name, which is added if it is new.</summary>
    public int Add(string name)
    {
        if (_indexes.TryAdd(name, _names.Count))
            _names.Add(name);
        return _indexes[name];
    }

    /// <summary>What was probably meant, or null.</summary>
    public string? Nearest(string name) => _searches++ < MostSearches ? NearestMatch.Find(name, _names) : null;
}
