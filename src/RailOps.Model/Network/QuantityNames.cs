using System.Collections.Immutable;

namespace RailOps.Model.Network;

/// <summary>The names of quantities in files, requests and commands.</summary>
public static class QuantityNames
{
    private static readonly ImmutableDictionary<string, Quantity> ByName = new Dictionary<string, Quantity>(StringComparer.Ordinal)
    {
        ["track_count"] = Quantity.TrackCount,
        ["gauge_mm"] = Quantity.GaugeMm,
        ["train_pairs_per_day"] = Quantity.TrainPairsPerDay,
        ["net_train_load_tonnes"] = Quantity.NetTrainLoadTonnes,
        ["capacity_tonnes_per_day"] = Quantity.CapacityTonnesPerDay,
        ["truck_count"] = Quantity.TruckCount,
        ["haul_length_km"] = Quantity.HaulLengthKm,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableDictionary<Quantity, string> Names = ByName.ToImmutableDictionary(p => p.Value, p => p.Key);

    /// <summary>All names, sorted.</summary>
    public static ImmutableArray<string> All { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The name of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>Snake case, with its unit.</returns>
    public static string NameOf(Quantity quantity) => Names[quantity];

    /// <summary>Finds a quantity by name.</summary>
    /// <param name="name">Snake case name.</param>
    /// <param name="quantity">The quantity.</param>
    /// <returns>False if there is none of that name.</returns>
    public static bool TryParse(string name, out Quantity quantity) => ByName.TryGetValue(name, out quantity);
}
