using RailOps.Model.Network;

namespace RailOps.Model.Scenarios;

/// <summary>
/// One change of a scenario or event. Targets are ids of links, stations, points, railways or sides, with the kind before it
/// (<c>link:</c>, <c>station:</c>, <c>point:</c>, <c>railway:</c>, <c>side:</c>) where an id is used by two kinds.
/// </summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>Nothing passes any more.</summary>
    /// <param name="Target">What is closed.</param>
    public sealed record Close(string Target) : Change;

    /// <summary>Only a share passes.</summary>
    /// <param name="Target">What is damaged.</param>
    /// <param name="CapacityLeftRatio">Share left, 0 to 1.</param>
    public sealed record Derate(string Target, decimal CapacityLeftRatio) : Change;

    /// <summary>An optional, future or closed link carries traffic.</summary>
    /// <param name="Target">Link or railway.</param>
    public sealed record Open(string Target) : Change;

    /// <summary>A station changes hands.</summary>
    /// <param name="StationId">The station.</param>
    /// <param name="BySideId">Who takes it, or empty: the opponent of the side that holds it.</param>
    public sealed record Capture(string StationId, string BySideId) : Change;

    /// <summary>Damage by events or earlier changes is undone.</summary>
    /// <param name="Target">What is repaired.</param>
    public sealed record Repair(string Target) : Change;

    /// <summary>A figure is replaced.</summary>
    /// <param name="Target">Link, point, station (for its supply source, port or gauge break).</param>
    /// <param name="Quantity">Which figure.</param>
    /// <param name="Value">The new value, at least 0, in the unit of the quantity.</param>
    public sealed record Set(string Target, Quantity Quantity, decimal Value) : Change;
}
