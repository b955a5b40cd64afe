namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>The edges of a Delaunay triangulation that are the longest edge of none of its triangles.</summary>
internal static class UrquhartGraph
{
    /// <summary>Pairs (smaller index first), sorted. Of edges equally long the larger pair counts as longer.</summary>
    public static List<(int A, int B)> Edges(double[] x, double[] y)
    {
        var triangulation = new DelaunayTriangulation(x, y);
        var edges = new HashSet<(int A, int B)>();
        var longest = new HashSet<(int A, int B)>();
        foreach (var (a, b, c) in triangulation.Triangles())
        {
            (int A, int B)[] sides = [Pair(a, b), Pair(b, c), Pair(c, a)];
            edges.UnionWith(sides);
            longest.Add(sides.MaxBy(side => (Square(x[side.A] - x[side.B]) + Square(y[side.A] - y[side.B]), side)));
        }

        edges.ExceptWith(longest);
        return [.. edges.Order()];
    }

    private static (int A, int B) Pair(int a, int b) => a < b ? (a, b) : (b, a);

    private static double Square(double value) => value * value;
}
