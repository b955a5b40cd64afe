namespace RailOps.Model.Formats.GraphFiles;

/// <summary>How much of a graph the readers take in before they refuse.</summary>
public static class GraphFileLimits
{
    /// <summary>Largest file (bytes): 64 MiB.</summary>
    public const long FileBytes = 64L * 1024 * 1024;

    /// <summary>Most nodes.</summary>
    public const int NodeCount = 500_000;

    /// <summary>Most arcs and edges together.</summary>
    public const int ArcCount = 1_000_000;

    /// <summary>Most resources that attacks may cost.</summary>
    public const int ResourceCount = 8;

    /// <summary>Longest name of a node, an edge or a resource (UTF-16 code units).</summary>
    public const int NameLength = 200;

    /// <summary>Most digits of a number behind the decimal point; zeros at the end do not count.</summary>
    public const int DecimalPlaces = 12;

    /// <summary>Largest number of any cell; sums are limited further where a problem is made of the file.</summary>
    public const decimal Number = 1_000_000_000_000_000m;

    /// <summary>The limits as one sentence for people.</summary>
    public const string Sentence =
        "Limits: 64 MiB a file, 1,000,000 arcs and edges, 500,000 nodes, 8 resources; the capacities, edges counted for both ways, may sum to 2^58 in units of their last decimal place.";
}
