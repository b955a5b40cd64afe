namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// The triangular distribution, by inverse transform: F(x) = (x - a)^2 / ((b - a)(c - a)) up to the most likely value c and
/// 1 - (b - x)^2 / ((b - a)(b - c)) beyond it (A. M. Law, "Simulation Modeling and Analysis", ch. 8, generating random variates). Only
/// the four operations and the square root are used, so that a value is the same on every machine.
/// </summary>
internal static class Triangular
{
    /// <summary>The value that is not passed with a given probability.</summary>
    /// <param name="low">Smallest value a.</param>
    /// <param name="best">Most likely value c, a to b.</param>
    /// <param name="high">Largest value b; equal to a: that value.</param>
    /// <param name="probability">0 to 1.</param>
    public static double Quantile(double low, double best, double high, double probability)
    {
        var width = high - low;
        if (width <= 0)
            return best;
        return probability * width < best - low
            ? low + Math.Sqrt(probability * width * (best - low))
            : high - Math.Sqrt((1 - probability) * width * (high - best));
    }
}
