namespace RailOps.Solvers.ScenarioSums;

/// <summary>A mean of draws and an interval that holds the truth in a stated share of repetitions; flow units, rounded as floating point does.</summary>
/// <param name="Mean">Mean of the draws.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end; positive infinity if the interval is one-sided.</param>
/// <param name="Count">How many numbers the mean is of.</param>
public sealed record ConfidenceInterval(double Mean, double Low, double High, int Count)
{
    /// <summary>The interval whose lower side alone is claimed.</summary>
    internal static ConfidenceInterval LowerSide(IReadOnlyList<double> draws, double confidence)
    {
        var (mean, deviation) = Moments(draws);
        var half = StudentT.Quantile(confidence, draws.Count - 1) * deviation / Math.Sqrt(draws.Count);
        return new ConfidenceInterval(mean, mean - half, double.PositiveInfinity, draws.Count);
    }

    /// <summary>The interval with both sides.</summary>
    internal static ConfidenceInterval TwoSided(IReadOnlyList<double> draws, double confidence)
    {
        var (mean, deviation) = Moments(draws);
        var half = StudentT.Quantile((1 + confidence) / 2, draws.Count - 1) * deviation / Math.Sqrt(draws.Count);
        return new ConfidenceInterval(mean, mean - half, mean + half, draws.Count);
    }

    private static (double Mean, double Deviation) Moments(IReadOnlyList<double> draws)
    {
        var mean = draws.Average();
        return (mean, Math.Sqrt(draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Count - 1)));
    }
}
