namespace RailOps.Model.Network;

/// <summary>How far a value can be trusted; a larger number is a weaker value.</summary>
public enum Grade
{
    /// <summary>Primary or official source.</summary>
    A = 1,

    /// <summary>Good secondary source.</summary>
    B = 2,

    /// <summary>Derived, or a weak source.</summary>
    C = 3,

    /// <summary>Assumed.</summary>
    D = 4,
}
