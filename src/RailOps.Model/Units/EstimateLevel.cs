namespace RailOps.Model.Units;

/// <summary>Which of the three values of an uncertain figure is meant.</summary>
public enum EstimateLevel
{
    /// <summary>The cautious value.</summary>
    Low,

    /// <summary>The most likely value.</summary>
    Best,

    /// <summary>The favourable value.</summary>
    High,
}
