namespace RailOps.Analysis.Interdiction;

/// <summary>Where a search stands.</summary>
/// <param name="Best">What the best answer so far leaves, in <paramref name="Unit"/>.</param>
/// <param name="Bound">What every attack leaves at least; of a defence: what none can keep more of.</param>
/// <param name="Gap">Distance of the two as a share of the larger; 0 if they meet.</param>
/// <param name="Unit"><c>t/day</c>, <c>divisions</c>, <c>t</c>, <c>steps</c> or <c>samples</c>.</param>
/// <param name="SearchNodeCount">Cases looked at.</param>
public sealed record SearchState(decimal Best, decimal Bound, double Gap, string Unit, long SearchNodeCount)
{
    /// <summary>Tonnes a day.</summary>
    public const string Tonnes = "t/day";

    /// <summary>Whole divisions.</summary>
    public const string Divisions = "divisions";

    /// <summary>Tonnes over a horizon.</summary>
    public const string TonnesInAll = "t";

    /// <summary>Samples solved.</summary>
    public const string Samples = "samples";

    /// <summary>Steps of a frontier.</summary>
    public const string Steps = "steps";
}
