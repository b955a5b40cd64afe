namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>
/// The Delaunay triangulation of points in [0, 1) x [0, 1), exact. Points are inserted along a snake of cells; each takes out the
/// triangles whose circle it lies in (A. Bowyer; D. F. Watson, both in The Computer Journal 24, 1981). Outside the hull there
/// are triangles with a vertex at infinity, whose "circle" is the half plane beyond their edge, so no large starting triangle is
/// needed and the hull comes out right.
/// </summary>
internal sealed class DelaunayTriangulation
{
    private const int Infinity = -1;
    private const int None = -1;

    private readonly double[] _x;
    private readonly double[] _y;

    // Three entries a triangle: corners anticlockwise, and the neighbour across the side that begins at that corner.
    private readonly List<int> _corner = [];
    private readonly List<int> _neighbour = [];
    private readonly List<int> _stamp = [];
    private readonly Stack<int> _free = new();
    private readonly List<int> _cavity = [];
    private readonly List<(int From, int To, int Outside)> _rim = [];
    private readonly Dictionary<int, int> _triangleFrom = [];
    private int _last;
    private int _stampNow;

    public DelaunayTriangulation(double[] x, double[] y)
    {
        (_x, _y) = (x, y);
        var order = AlongSnake();
        var third = 2;
        while (Side(order[0], order[1], order[third]) == 0)
            third++;
        (order[2], order[third]) = (order[third], order[2]);
        Start(order[0], order[1], order[2]);
        foreach (var point in order.AsSpan(3))
            Insert(point);
    }

    public IEnumerable<(int A, int B, int C)> Triangles()
    {
        var free = _free.ToHashSet();
        for (var triangle = 0; triangle < _stamp.Count; triangle++)
        {
            var (a, b, c) = (_corner[3 * triangle], _corner[(3 * triangle) + 1], _corner[(3 * triangle) + 2]);
            if (a != Infinity && b != Infinity && c != Infinity && !free.Contains(triangle))
                yield return (a, b, c);
        }
    }

    private int[] AlongSnake()
    {
        var cells = Math.Max(1, (int)Math.Sqrt(_x.Length / 4.0));
        long Key(int point)
        {
            var (column, row) = ((long)(_x[point] * cells), (long)(_y[point] * cells));
            return (column * cells) + (column % 2 == 0 ? row : cells - 1 - row);
        }

        return [.. Enumerable.Range(0, _x.Length).OrderBy(Key)];
    }

    private int Side(int a, int b, int c) => ExactPredicates.Side(_x[a], _y[a], _x[b], _y[b], _x[c], _y[c]);

    private void Start(int a, int b, int c)
    {
        if (Side(a, b, c) < 0)
            (b, c) = (c, b);
        var inner = Add(a, b, c);
        var (ab, bc, ca) = (Add(b, a, Infinity), Add(c, b, Infinity), Add(a, c, Infinity));
        Join(inner, 0, ab, 0);
        Join(inner, 1, bc, 0);
        Join(inner, 2, ca, 0);
        Join(ab, 1, ca, 2);
        Join(bc, 1, ab, 2);
        Join(ca, 1, bc, 2);
        _last = inner;
    }

    private int Add(int a, int b, int c)
    {
        if (!_free.TryPop(out var triangle))
        {
            triangle = _stamp.Count;
            _stamp.Add(0);
            _corner.AddRange([0, 0, 0]);
            _neighbour.AddRange([None, None, None]);
        }

        (_corner[3 * triangle], _corner[(3 * triangle) + 1], _corner[(3 * triangle) + 2]) = (a, b, c);
        return triangle;
    }

    private void Join(int triangle, int side, int other, int otherSide)
    {
        _neighbour[(3 * triangle) + side] = other;
        _neighbour[(3 * other) + otherSide] = triangle;
    }

    private void Insert(int point)
    {
        CollectCavity(Locate(point), point);
        foreach (var triangle in _cavity)
            _free.Push(triangle);
        _triangleFrom.Clear();
        foreach (var (from, to, outside) in _rim)
        {
            var triangle = Add(from, to, point);
            _neighbour[3 * triangle] = outside;
            for (var side = 0; side < 3; side++)
            {
                if (_corner[(3 * outside) + side] == to && _corner[(3 * outside) + ((side + 1) % 3)] == from)
                    _neighbour[(3 * outside) + side] = triangle;
            }

            _triangleFrom[from] = triangle;
            if (from != Infinity && to != Infinity)
                _last = triangle;
        }

        foreach (var (from, to, _) in _rim)
            Join(_triangleFrom[from], 1, _triangleFrom[to], 2);
    }

    /// <summary>Walks to a triangle whose circle holds the point.</summary>
    private int Locate(int point)
    {
        var triangle = _last;
        while (!IsInCircle(triangle, point))
        {
            var next = None;
            for (var side = 0; side < 3 && next == None; side++)
            {
                var (a, b) = (_corner[(3 * triangle) + side], _corner[(3 * triangle) + ((side + 1) % 3)]);
                if (Side(a, b, point) < 0)
                    next = _neighbour[(3 * triangle) + side];
            }

            triangle = next == None
                ? throw new InvalidOperationException($"Points should all differ, but point {point} is there twice.")
                : next;
        }

        return triangle;
    }

    private void CollectCavity(int start, int point)
    {
        _cavity.Clear();
        _rim.Clear();
        _stampNow++;
        _cavity.Add(start);
        _stamp[start] = _stampNow;
        for (var next = 0; next < _cavity.Count; next++)
        {
            var triangle = _cavity[next];
            for (var side = 0; side < 3; side++)
            {
                var other = _neighbour[(3 * triangle) + side];
                if (_stamp[other] == _stampNow)
                    continue;
                if (IsInCircle(other, point))
                {
                    _stamp[other] = _stampNow;
                    _cavity.Add(other);
                }
                else
                {
                    _rim.Add((_corner[(3 * triangle) + side], _corner[(3 * triangle) + ((side + 1) % 3)], other));
                }
            }
        }
    }

    private bool IsInCircle(int triangle, int point)
    {
        var (a, b, c) = (_corner[3 * triangle], _corner[(3 * triangle) + 1], _corner[(3 * triangle) + 2]);
        if (a == Infinity)
            return IsBeyond(b, c, point);
        if (b == Infinity)
            return IsBeyond(c, a, point);
        if (c == Infinity)
            return IsBeyond(a, b, point);
        var (x, y) = (_x[point], _y[point]);
        return ExactPredicates.Circle(_x[a] - x, _y[a] - y, _x[b] - x, _y[b] - y, _x[c] - x, _y[c] - y) > 0;
    }

    /// <summary>True if the point lies outside the side of the hull (left of a to b), or on the side itself.</summary>
    private bool IsBeyond(int a, int b, int point)
    {
        var side = Side(a, b, point);
        return side > 0 || (side == 0 && ((_x[point] - _x[a]) * (_x[point] - _x[b])) + ((_y[point] - _y[a]) * (_y[point] - _y[b])) < 0);
    }
}
