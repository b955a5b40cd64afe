namespace RailOps.Solvers.Interdiction;

/// <summary>Prices that grow along a direction: From + position * Along, rounded down to whole parts.</summary>
/// <param name="From">Price per resource at position 0, in parts.</param>
/// <param name="Along">How much of each price comes with one step, 0 or more.</param>
internal sealed record PriceRay(double[] From, double[] Along)
{
    private const double LargestPrice = 1L << 60;

    public Prices At(double position)
    {
        var prices = new long[From.Length];
        for (var resource = 0; resource < prices.Length; resource++)
            prices[resource] = (long)Math.Min(LargestPrice, From[resource] + (position * Along[resource]));
        return new Prices(prices);
    }

    /// <summary>True if the prices lie on the ray, to within rounding.</summary>
    public bool Contains(Prices prices)
    {
        var expected = At(PositionOf(prices)).PerResource;
        for (var resource = 0; resource < expected.Length; resource++)
        {
            if (Math.Abs((double)expected[resource] - prices.PerResource[resource]) > 2)
                return false;
        }

        return true;
    }

    /// <summary>The position of prices on the ray, by the resource that grows fastest.</summary>
    public double PositionOf(Prices prices)
    {
        var fastest = Array.IndexOf(Along, Along.Max());
        return Along[fastest] == 0 ? 0 : (prices.PerResource[fastest] - From[fastest]) / Along[fastest];
    }
}
