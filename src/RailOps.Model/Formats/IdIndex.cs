namespace RailOps.Model.Formats;

/// <summary>
/// Every id that a reference may name, with its kind and place. A timeline or a capacity network has an index of its own with the
/// common one behind it.
/// </summary>
internal sealed class IdIndex(IdIndex? outer = null)
{
    private readonly Dictionary<EntityKinds, Dictionary<string, Place>> _ids = [];
    private readonly Dictionary<(EntityKinds, string), string?> _nearest = [];
    private EntityKinds _incomplete;

    /// <summary>Says that ids of a kind could not be read, so that references to them cannot be judged.</summary>
    public void MarkIncomplete(EntityKinds kind) => _incomplete |= kind;

    /// <summary>True if all ids of these kinds are known.</summary>
    public bool Knows(EntityKinds kinds) => (_incomplete & kinds) == EntityKinds.None && (outer is null || outer.Knows(kinds));

    /// <summary>Adds an id; one that is there already stays.</summary>
    /// <returns>The place of the earlier one, or null if it was new.</returns>
    public Place? Add(EntityKinds kind, string id, Place place)
    {
        if (!_ids.TryGetValue(kind, out var ids))
            _ids.Add(kind, ids = new(StringComparer.Ordinal));

        if (ids.TryAdd(id, place))
            return null;

        return ids[id];
    }

    /// <summary>The kinds among those asked for that have the id.</summary>
    public EntityKinds KindsOf(string id, EntityKinds among)
    {
        var found = outer?.KindsOf(id, among) ?? EntityKinds.None;
        foreach (var (kind, ids) in _ids)
        {
            if ((among & kind) != EntityKinds.None && ids.ContainsKey(id))
                found |= kind;
        }

        return found;
    }

    /// <summary>The id of these kinds that was probably meant, or null.</summary>
    public string? Nearest(string id, EntityKinds kinds)
    {
        if (_nearest.TryGetValue((kinds, id), out var near))
            return near;

        near = NearestMatch.Find(id, All(kinds));
        _nearest.Add((kinds, id), near);
        return near;
    }

    private IEnumerable<string> All(EntityKinds kinds) =>
        (outer?.All(kinds) ?? []).Concat(_ids.Where(x => (kinds & x.Key) != EntityKinds.None).SelectMany(x => x.Value.Keys));
}
