using RailOps.Contracts.V1;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Changes;

/// <summary>Reads one case of a comparison: <c>TIMELINE[/SCENARIO][@DATE][+change;change]</c>, where a change is <c>action:text</c>.</summary>
internal static class CaseText
{
    /// <summary>Reads a case. Its label is the text itself.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="date">Date where the case names none, or null.</param>
    /// <param name="side">Side, or null.</param>
    /// <exception cref="CallFailedException">The case cannot be read.</exception>
    public static ComparisonCase Parse(string text, string? date, string? side)
    {
        var (situation, changes) = SplitFirst(text, '+');
        var (path, ownDate) = SplitFirst(situation, '@');
        var (timeline, scenario) = SplitFirst(path, '/');
        if (timeline.Length == 0)
            throw Faults.BadInput("CASE", "CASE_MALFORMED", $"Case \"{text}\" names no timeline. Write TIMELINE[/SCENARIO][@DATE][+change;change].");
        var parsed = new Scenario
        {
            Timeline = timeline,
            Date = ownDate.Length > 0 ? ownDate : date ?? "",
            Side = side ?? "",
            Scenario_ = scenario,
        };
        parsed.Changes.AddRange(Changes(text, changes));
        return new ComparisonCase { Label = text, Scenario = parsed };
    }

    private static IEnumerable<Change> Changes(string caseText, string changes) =>
        from change in changes.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let parts = SplitFirst(change, ':')
        select ChangeText.Parse(parts.Left, parts.Right, $"Case \"{caseText}\"");

    private static (string Left, string Right) SplitFirst(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
