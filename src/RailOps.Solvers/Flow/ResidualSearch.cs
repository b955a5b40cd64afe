namespace RailOps.Solvers.Flow;

/// <summary>Breadth-first search through what room is left.</summary>
internal static class ResidualSearch
{
    /// <summary>Adds to the marks every node that a marked one reaches (forward) or that reaches a marked one. O(n + m).</summary>
    public static void Spread(ResidualNetwork network, bool[] marks, bool forward)
    {
        var (first, slots) = (network.First, network.Slots);
        var queue = new int[marks.Length];
        var count = 0;
        for (var node = 0; node < marks.Length; node++)
        {
            if (marks[node])
                queue[count++] = node;
        }

        for (var next = 0; next < count; next++)
        {
            for (var slot = first[queue[next]]; slot < first[queue[next] + 1]; slot++)
            {
                var other = slots[slot].Head;
                if (marks[other] || slots[forward ? slot : slots[slot].Reverse].Residual <= 0)
                    continue;
                marks[other] = true;
                queue[count++] = other;
            }
        }
    }
}
