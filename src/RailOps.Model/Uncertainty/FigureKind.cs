namespace RailOps.Model.Uncertainty;

/// <summary>What an uncertain figure is about.</summary>
public enum FigureKind
{
    /// <summary>Train pairs a day stated for a line or a point on it.</summary>
    TrainPairs,

    /// <summary>Goods in a train stated for a line (t).</summary>
    TrainLoad,

    /// <summary>Tonnes a day stated for a link or a point.</summary>
    Tonnes,

    /// <summary>Trucks of a fleet.</summary>
    Trucks,

    /// <summary>A planning factor of an operator.</summary>
    PlanningFactor,

    /// <summary>What a season leaves of a capacity.</summary>
    Season,

    /// <summary>What a port or a gauge break handles (t/day).</summary>
    StationCapacity,

    /// <summary>What a source of supply gives (t/day).</summary>
    Supply,

    /// <summary>What a formation uses (t/day).</summary>
    Consumption,
}
