namespace RailOps.Model.Network;

/// <summary>What at a station is limited.</summary>
public enum StationCapacityKind
{
    /// <summary>Loading and unloading of ships: every sea and river link of the station together, each way (<c>ports.csv</c>).</summary>
    Port,

    /// <summary>Reloading between two gauges, each way (<c>transshipment.csv</c>).</summary>
    GaugeBreak,
}
