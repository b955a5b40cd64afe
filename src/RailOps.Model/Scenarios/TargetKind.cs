namespace RailOps.Model.Scenarios;

/// <summary>What a change can aim at.</summary>
public enum TargetKind
{
    /// <summary>One link.</summary>
    Link,

    /// <summary>A station: every link that touches it.</summary>
    Station,

    /// <summary>A point: every link that passes it.</summary>
    Point,

    /// <summary>A railway: all its links.</summary>
    Railway,

    /// <summary>A side: every link that it can use.</summary>
    Side,
}
