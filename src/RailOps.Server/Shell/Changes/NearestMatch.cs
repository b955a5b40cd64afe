namespace RailOps.Server.Shell.Changes;

/// <summary>The candidate that a mistyped word most likely meant: least edit distance (V. Levenshtein, 1966), ties by order.</summary>
internal static class NearestMatch
{
    /// <summary>The nearest candidate, or null if every one differs in more than a third of the longer word and more than two letters.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var best = candidates.Select(candidate => (candidate, distance: Distance(word, candidate))).MinBy(pair => pair.distance);
        return best.candidate is { } near && best.distance <= Math.Max(2, Math.Max(word.Length, near.Length) / 3) ? near : null;
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
