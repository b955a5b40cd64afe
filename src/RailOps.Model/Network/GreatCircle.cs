namespace RailOps.Model.Network;

/// <summary>Distance over the surface of the Earth.</summary>
public static class GreatCircle
{
    /// <summary>Mean radius (km): International Union of Geodesy and Geophysics, R1 of WGS 84.</summary>
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>Shortest distance on a sphere by the haversine formula (R. W. Sinnott, "Virtues of the haversine", Sky and Telescope 68, 1984); within 0.6 % of the ellipsoid.</summary>
    /// <param name="latitudeA">WGS 84 latitude of one end (degrees).</param>
    /// <param name="longitudeA">WGS 84 longitude of one end (degrees).</param>
    /// <param name="latitudeB">WGS 84 latitude of the other end (degrees).</param>
    /// <param name="longitudeB">WGS 84 longitude of the other end (degrees).</param>
    /// <returns>Distance (km).</returns>
    public static double DistanceKm(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var (phiA, phiB) = (double.DegreesToRadians(latitudeA), double.DegreesToRadians(latitudeB));
        var halfLatitude = Math.Sin((phiB - phiA) / 2);
        var halfLongitude = Math.Sin(double.DegreesToRadians(longitudeB - longitudeA) / 2);
        var h = (halfLatitude * halfLatitude) + (Math.Cos(phiA) * Math.Cos(phiB) * halfLongitude * halfLongitude);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
