namespace RailOps.Solvers.MinCost;

/// <summary>Deals out the places 0 to count - 1, each once, in strides of the root of their number.</summary>
internal sealed class StridedPlaces(int count)
{
    private readonly int _stride = Math.Max(1, (int)Math.Sqrt(count));
    private int _start;
    private int _next;

    public int Next()
    {
        if (_next >= count)
            _next = ++_start;
        var place = _next;
        _next += _stride;
        return place;
    }
}
