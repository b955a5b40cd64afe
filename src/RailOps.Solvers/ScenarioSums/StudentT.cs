namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Student's t distribution for whole degrees of freedom, by the finite sums of M. Abramowitz and I. A. Stegun, "Handbook of
/// Mathematical Functions", 26.7.3 and 26.7.4. For statistics only; no bound depends on it. Cost: proportional to the degrees of freedom.
/// </summary>
internal static class StudentT
{
    /// <summary>The t below which a share of the distribution lies.</summary>
    /// <param name="share">1/2 or more, below 1.</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    public static double Quantile(double share, int freedom)
    {
        var (low, high) = (0.0, 1.0);
        while (Below(high, freedom) < share)
            high *= 2;
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle, freedom) < share ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The share of the distribution below t.</summary>
    /// <param name="t">0 or more.</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    public static double Below(double t, int freedom) => 0.5 + (Within(t, freedom) / 2);

    /// <summary>The share between -t and t.</summary>
    private static double Within(double t, int freedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(freedom));
        var square = Math.Cos(angle) * Math.Cos(angle);
        var isOdd = freedom % 2 == 1;
        var (term, sum) = (isOdd ? Math.Cos(angle) : 1.0, 0.0);
        for (var power = isOdd ? 1 : 0; power <= freedom - 2; power += 2)
        {
            sum += term;
            term *= square * (power + 1) / (power + 2);
        }

        return isOdd ? (angle + (Math.Sin(angle) * sum)) * 2 / Math.PI : Math.Sin(angle) * sum;
    }
}
