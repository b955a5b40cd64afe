using System.Buffers;

namespace RailOps.Model.Formats;

/// <summary>
/// Finds what somebody probably meant by a misspelt id or word. Ordinal; upper and lower case, and <c>-</c>, <c>_</c> and space, count
/// as equal. Deterministic: of equally near candidates the ordinally first wins.
/// </summary>
/// <remarks>
/// <para>Distance: fewest insertions, deletions, substitutions and exchanges of neighbours (F. J. Damerau, "A technique for computer
/// detection and correction of spelling errors", CACM 7:3, 1964) by the dynamic programme of R. A. Wagner and M. J. Fischer, "The
/// string-to-string correction problem", JACM 21:1, 1974, with one more case for exchanges; no substring is edited twice (optimal
/// string alignment). A candidate counts as near when a third of the longer word or less would have to change. One that begins with
/// the word wanted counts as two changes away, one that holds it or that it begins with as three, so that <c>harbin-st</c> is found from <c>harbin</c>.</para>
/// <para>Cost: O(candidates * length^2) time, three rows of space.</para>
/// </remarks>
public static class NearestMatch
{
    private const int PrefixScore = 2;
    private const int PartScore = 3;
    private const int ShortestPart = 3;
    private const int LongestWord = 200;

    /// <summary>The nearest candidate.</summary>
    /// <param name="wanted">The word that was not found.</param>
    /// <param name="candidates">The words that would have been found.</param>
    /// <returns>The candidate, or null if none is near.</returns>
    public static string? Find(string wanted, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(candidates);
        string? best = null;
        var bestScore = int.MaxValue;
        var word = Normalise(wanted);
        foreach (var candidate in candidates)
        {
            var score = Score(word, candidate, bestScore);
            if (score is null || (score == bestScore && string.CompareOrdinal(candidate, best) >= 0))
                continue;

            best = candidate;
            bestScore = score.Value;
        }

        return best;
    }

    /// <summary>The nearest candidates, nearest first.</summary>
    /// <param name="wanted">The word that was not found.</param>
    /// <param name="candidates">The words that would have been found; repeated ones are listed once.</param>
    /// <param name="count">At most how many, 0 or more.</param>
    /// <returns>Near candidates only, so perhaps none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IReadOnlyList<string> FindMany(string wanted, IEnumerable<string> candidates, int count)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var word = Normalise(wanted);
        return
        [
            .. candidates.Distinct(StringComparer.Ordinal)
                .Select(candidate => (Candidate: candidate, Score: Score(word, candidate, int.MaxValue)))
                .Where(x => x.Score is not null)
                .OrderBy(x => x.Score).ThenBy(x => x.Candidate, StringComparer.Ordinal)
                .Take(count).Select(x => x.Candidate),
        ];
    }

    /// <summary>Changes from the word wanted to the candidate, or null if it is not near or above the limit.</summary>
    private static int? Score(string word, string candidate, int limit)
    {
        if (word.Length is 0 or > LongestWord || candidate.Length is 0 or > LongestWord)
            return null;

        var other = Normalise(candidate);
        var best = Math.Min(limit, Math.Max(word.Length, other.Length) / 3);
        var distance = Math.Abs(word.Length - other.Length) > best ? int.MaxValue : Distance(word, other);
        var part = PartOf(word, other);
        var score = Math.Min(distance > best ? int.MaxValue : distance, part > limit ? int.MaxValue : part);
        return score == int.MaxValue ? null : score;
    }

    private static int PartOf(string word, string other)
    {
        if (word.Length < ShortestPart || other.Length < ShortestPart)
            return int.MaxValue;

        if (other.StartsWith(word, StringComparison.Ordinal))
            return PrefixScore;

        var isPart = other.Contains(word, StringComparison.Ordinal) || word.StartsWith(other, StringComparison.Ordinal);
        return isPart ? PartScore : int.MaxValue;
    }

    private static string Normalise(string text) => text.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    private static int Distance(string a, string b)
    {
        var width = b.Length + 1;
        var cells = ArrayPool<int>.Shared.Rent(3 * width);
        try
        {
            var (beforeLast, last, current) = (cells.AsMemory(0, width), cells.AsMemory(width, width), cells.AsMemory(2 * width, width));
            for (var j = 0; j < width; j++)
                last.Span[j] = j;

            for (var i = 1; i <= a.Length; i++)
            {
                FillRow(a, b, i, beforeLast.Span, last.Span, current.Span);
                (beforeLast, last, current) = (last, current, beforeLast);
            }

            return last.Span[b.Length];
        }
        finally
        {
            ArrayPool<int>.Shared.Return(cells);
        }
    }

    private static void FillRow(string a, string b, int i, ReadOnlySpan<int> beforeLast, ReadOnlySpan<int> last, Span<int> current)
    {
        current[0] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            var least = Math.Min(change, Math.Min(last[j], current[j - 1]) + 1);
            var isExchange = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            current[j] = isExchange ? Math.Min(least, beforeLast[j - 2] + 1) : least;
        }
    }
}
