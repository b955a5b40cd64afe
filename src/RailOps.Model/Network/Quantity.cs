namespace RailOps.Model.Network;

/// <summary>The figures that <c>values.csv</c> can state about a link or a point, each with its unit.</summary>
public enum Quantity
{
    /// <summary>Tracks (<c>track_count</c>, tracks).</summary>
    TrackCount,

    /// <summary>Gauge (<c>gauge_mm</c>, mm).</summary>
    GaugeMm,

    /// <summary>Trains a day in each direction, before civil and service trains (<c>train_pairs_per_day</c>, pairs a day).</summary>
    TrainPairsPerDay,

    /// <summary>Goods in one train (<c>net_train_load_tonnes</c>, t).</summary>
    NetTrainLoadTonnes,

    /// <summary>Goods in one direction where no chain of trains or trucks is known (<c>capacity_tonnes_per_day</c>, t/day).</summary>
    CapacityTonnesPerDay,

    /// <summary>Trucks of the fleet that works the haul (<c>truck_count</c>, trucks).</summary>
    TruckCount,

    /// <summary>One-way length of the whole haul that the fleet works, which may be longer than the link (<c>haul_length_km</c>, km).</summary>
    HaulLengthKm,
}
