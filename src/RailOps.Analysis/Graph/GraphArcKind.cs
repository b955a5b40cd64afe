namespace RailOps.Analysis.Graph;

/// <summary>What an arc of a capacity graph stands for.</summary>
public enum GraphArcKind
{
    /// <summary>A link, usable both ways.</summary>
    Link,

    /// <summary>Loading onto the tracks of one gauge at a station where gauges meet, or ships at a port.</summary>
    Transshipment,

    /// <summary>A source of supply.</summary>
    Supply,

    /// <summary>From an entry station to a front, over its road leg.</summary>
    Entry,

    /// <summary>What a front needs.</summary>
    Need,

    /// <summary>Within a station; never limits.</summary>
    Internal,
}
