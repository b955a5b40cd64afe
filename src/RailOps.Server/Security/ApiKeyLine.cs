using System.Globalization;
using System.Text.RegularExpressions;

namespace RailOps.Server.Security;

/// <summary>One line of a file of keys: <c>NAME sha256:HEX [requests_per_second=N] [concurrent_calls=N]</c>. The key itself is not in it.</summary>
/// <param name="Name">Whose key: 1 to 63 small letters, digits and hyphens, beginning with a letter or digit.</param>
/// <param name="HashHex">SHA-256 of the key, 64 small hexadecimal digits.</param>
/// <param name="RequestsPerSecond">1 to <see cref="MostRequestsPerSecond"/>; null: as the server's options say.</param>
/// <param name="ConcurrentCalls">At least 1; null: as the server's options say.</param>
internal sealed partial record ApiKeyLine(string Name, string HashHex, int? RequestsPerSecond = null, int? ConcurrentCalls = null)
{
    /// <summary>Largest rate, requests a second.</summary>
    public const int MostRequestsPerSecond = 1_000_000;

    private const string HashPrefix = "sha256:";
    private const string RatePrefix = "requests_per_second=";
    private const string CallsPrefix = "concurrent_calls=";

    /// <summary>True: fit for a name.</summary>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line, neither blank nor a comment.</param>
    /// <param name="problem">What is wrong with it; never quotes the line, which might hold a key by mistake.</param>
    /// <returns>The entry; null: there is a problem.</returns>
    public static ApiKeyLine? Parse(string text, out string problem)
    {
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        problem = "";
        if (words.Length < 2 || !IsName(words[0]) || !HashPattern().IsMatch(words[1]))
        {
            problem = "should read NAME sha256:HEX with 64 hexadecimal digits, as \"railops keys add\" writes it";
            return null;
        }
        var line = new ApiKeyLine(words[0], words[1][HashPrefix.Length..].ToLowerInvariant());
        foreach (var word in words.Skip(2))
        {
            if (line.With(word) is not { } next)
            {
                problem = $"may only be followed by {RatePrefix}N (1 to {MostRequestsPerSecond}) and {CallsPrefix}N (at least 1)";
                return null;
            }
            line = next;
        }
        return line;
    }

    /// <summary>The line as it stands in the file.</summary>
    public string Format()
    {
        var rate = RequestsPerSecond is { } perSecond ? string.Create(CultureInfo.InvariantCulture, $" {RatePrefix}{perSecond}") : "";
        var calls = ConcurrentCalls is { } count ? string.Create(CultureInfo.InvariantCulture, $" {CallsPrefix}{count}") : "";
        return $"{Name} {HashPrefix}{HashHex}{rate}{calls}";
    }

    private ApiKeyLine? With(string word)
    {
        if (Number(word, RatePrefix) is { } rate && rate <= MostRequestsPerSecond)
            return this with { RequestsPerSecond = rate };
        return Number(word, CallsPrefix) is { } calls ? this with { ConcurrentCalls = calls } : null;
    }

    private static int? Number(string word, string prefix) =>
        word.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(word[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^sha256:[0-9a-fA-F]{64}$", RegexOptions.None, 1000)]
    private static partial Regex HashPattern();
}
