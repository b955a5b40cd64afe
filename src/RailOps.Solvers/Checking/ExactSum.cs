using System.Numerics;

namespace RailOps.Solvers.Checking;

/// <summary>A sum of fractions without rounding.</summary>
internal readonly record struct ExactSum(BigInteger Numerator, BigInteger Denominator)
{
    public static ExactSum Zero { get; } = new(0, 1);

    public ExactSum Plus(BigInteger numerator, BigInteger denominator)
    {
        var sum = (Numerator * denominator) + (numerator * Denominator);
        var product = Denominator * denominator;
        var divisor = BigInteger.GreatestCommonDivisor(sum, product);
        return new ExactSum(sum / divisor, product / divisor);
    }

    public bool Equals(BigInteger whole) => Numerator == whole * Denominator;

    /// <summary>The largest whole number that is not above the sum; the sum must not be negative.</summary>
    public BigInteger RoundedDown => Numerator / Denominator;
}
