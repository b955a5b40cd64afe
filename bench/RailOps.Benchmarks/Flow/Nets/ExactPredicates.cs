using System.Numerics;

namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>
/// Signs of determinants of points whose coordinates are multiples of 2^-53 in [0, 1): differences of such numbers are exact in
/// double. The circle test first asks doubles with an error bound (J. R. Shewchuk, "Adaptive precision floating-point arithmetic
/// and fast robust geometric predicates", Discrete and Computational Geometry 18, 1997) and whole numbers where that is unsure.
/// </summary>
internal static class ExactPredicates
{
    private const double Epsilon = 1.0 / (1UL << 53);
    private const double CircleErrorBound = (10 + (96 * Epsilon)) * Epsilon;

    /// <summary>Positive if c lies to the left of the way from a to b, 0 if on the line.</summary>
    public static int Side(double ax, double ay, double bx, double by, double cx, double cy) =>
        Int128.Sign(((Int128)Whole(ax - cx) * Whole(by - cy)) - ((Int128)Whole(ay - cy) * Whole(bx - cx)));

    /// <summary>Positive if d lies inside the circle through a, b, c, which go round anticlockwise; 0 if on it.</summary>
    public static int Circle(double adx, double ady, double bdx, double bdy, double cdx, double cdy)
    {
        var (bc, cb) = (bdx * cdy, cdx * bdy);
        var (ca, ac) = (cdx * ady, adx * cdy);
        var (ab, ba) = (adx * bdy, bdx * ady);
        var (a, b, c) = ((adx * adx) + (ady * ady), (bdx * bdx) + (bdy * bdy), (cdx * cdx) + (cdy * cdy));
        var determinant = (a * (bc - cb)) + (b * (ca - ac)) + (c * (ab - ba));
        var permanent = (a * (Math.Abs(bc) + Math.Abs(cb))) + (b * (Math.Abs(ca) + Math.Abs(ac))) + (c * (Math.Abs(ab) + Math.Abs(ba)));
        return Math.Abs(determinant) > CircleErrorBound * permanent
            ? Math.Sign(determinant)
            : ExactCircle(Whole(adx), Whole(ady), Whole(bdx), Whole(bdy), Whole(cdx), Whole(cdy));
    }

    private static int ExactCircle(BigInteger adx, BigInteger ady, BigInteger bdx, BigInteger bdy, BigInteger cdx, BigInteger cdy) =>
        ((((adx * adx) + (ady * ady)) * ((bdx * cdy) - (cdx * bdy)))
            + (((bdx * bdx) + (bdy * bdy)) * ((cdx * ady) - (adx * cdy)))
            + (((cdx * cdx) + (cdy * cdy)) * ((adx * bdy) - (bdx * ady)))).Sign;

    private static long Whole(double difference) => (long)(difference * (1UL << 53));
}
