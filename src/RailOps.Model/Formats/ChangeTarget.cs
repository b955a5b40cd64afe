namespace RailOps.Model.Formats;

/// <summary>Reads the target of a change: an id, or a kind, a colon and an id.</summary>
internal static class ChangeTarget
{
    /// <summary>The kinds that the target may have and its id; no kind: the word before the colon is not one.</summary>
    public static (EntityKinds Kinds, string Id) Split(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (ChangeCheck.AnyTarget, target) : (KindOf(target[..colon]), target[(colon + 1)..]);
    }

    private static EntityKinds KindOf(string word) => word switch
    {
        "link" => EntityKinds.Link,
        "station" => EntityKinds.Station,
        "point" => EntityKinds.Point,
        "railway" => EntityKinds.Railway,
        "side" => EntityKinds.Side,
        _ => EntityKinds.None,
    };
}
