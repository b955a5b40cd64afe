using System.Globalization;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>Gives every edge an id that no other has.</summary>
internal sealed class EdgeIds
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Takes a stated id.</summary>
    /// <returns>The row that has it already, or null if it was free.</returns>
    public int? Take(string id, int row) => _rows.TryAdd(id, row) ? null : _rows[id];

    /// <summary>Makes an id out of the ends: <c>a--b</c>, then <c>a--b#2</c>. Call it when all stated ids are taken.</summary>
    public string Make(string from, string to)
    {
        var plain = $"{from}--{to}";
        while (true)
        {
            var count = _counts[plain] = _counts.GetValueOrDefault(plain) + 1;
            var id = count == 1 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}#{count}");
            if (_rows.TryAdd(id, 0))
                return id;
        }
    }
}
