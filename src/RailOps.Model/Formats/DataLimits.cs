namespace RailOps.Model.Formats;

/// <summary>How much the readers take in before they refuse.</summary>
public static class DataLimits
{
    /// <summary>Largest file (bytes).</summary>
    public const long FileBytes = 8L * 1024 * 1024;

    /// <summary>Most rows of one table.</summary>
    public const int RowCount = 200_000;

    /// <summary>Deepest nesting of a YAML file (levels).</summary>
    public const int YamlDepth = 32;

    /// <summary>Most problems listed.</summary>
    public const int ProblemCount = 10_000;

    /// <summary>Largest number in any file, so that no sum of products overflows a decimal.</summary>
    public const decimal Number = 1_000_000_000m;
}
