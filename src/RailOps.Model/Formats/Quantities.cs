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

    /// <summary>
    /// The largest value that a change may set: beyond anything real, and small enough that the products and sums of a capacity graph stay
    /// exact whole numbers.
    /// </summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>The largest value, in the unit of the quantity.</returns>
    public static decimal LargestSettable(Quantity quantity) => quantity switch
    {
        Quantity.TrackCount => 100m,
        Quantity.GaugeMm => 10_000m,
        Quantity.TrainPairsPerDay => 10_000m,
        Quantity.NetTrainLoadTonnes => 100_000m,
        Quantity.TruckCount => 10_000_000m,
        Quantity.HaulLengthKm => 40_000m,
        _ => 1_000_000_000m,
    };

    /// <summary>The quantity of a name.</summary>
    /// <param name="name">The name, exact.</param>
    /// <returns>The quantity, or null if there is none of that name.</returns>
    public static Quantity? Find(string name)
    {
        var index = Names.IndexOf(name, StringComparer.Ordinal);
        return index < 0 ? null : (Quantity)index;
    }
}
