using System.Collections.Immutable;
using RailOps.Model.Network;

namespace RailOps.Model.Formats;

/// <summary>The names that the data files use for <see cref="Quantity"/>.</summary>
public static class Quantities
{
    /// <summary>All names, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["track_count", "gauge_mm", "train_pairs_per_day", "net_train_load_tonnes", "capacity_tonnes_per_day", "truck_count", "haul_length_km"];

    /// <summary>The name of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>Its name, for example <c>track_count</c>.</returns>
    public static string NameOf(Quantity quantity) => Names[(int)quantity];

    /// <summary>The quantity of a name.</summary>
    /// <param name="name">The name, exact.</param>
    /// <returns>The quantity, or null if there is none of that name.</returns>
    public static Quantity? Find(string name)
    {
        var index = Names.IndexOf(name, StringComparer.Ordinal);
        return index < 0 ? null : (Quantity)index;
    }
}
