using System.Globalization;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>Words and numbers that cells of all graph files share.</summary>
internal static class GraphCells
{
    public const string Unlimited = "unlimited";
    public const string CapacityColumn = "capacity";
    public const string ResidualColumn = "residual";
    public const string ProtectColumn = "protect_cost";

    /// <summary>A number of 0 or more that fits, or null if that has been reported.</summary>
    public static decimal? Number(string text, Place place, ProblemList problems)
    {
        var what = place.Column.Length == 0 ? "The number" : $"'{place.Column}'";
        if (GraphNumber.Read(text) is not { } number)
        {
            ReportNoNumber(text, what, place, problems);
            return null;
        }

        if (number < 0 || number > GraphFileLimits.Number)
        {
            problems.Error(DataProblemCodes.OutOfRange, place, text, $"{what} should be 0 to {GraphFileLimits.Number:#,0}, but is {text}.", SuggestRange(text, number, place.Column));
            return null;
        }

        if (number.Scale <= GraphFileLimits.DecimalPlaces)
            return number;
        problems.Error(DataProblemCodes.OutOfRange, place, text, $"{what} should have at most {GraphFileLimits.DecimalPlaces} digits behind the point, but {text} has {number.Scale}.",
            $"Maybe {decimal.Round(number, 6).ToString(CultureInfo.InvariantCulture)}.");
        return null;
    }

    private static string SuggestRange(string text, decimal number, string column)
    {
        if (number < 0 && -number <= GraphFileLimits.Number)
            return $"Maybe {text.TrimStart('-')}.";
        return column.StartsWith(GraphColumns.Cost, StringComparison.Ordinal)
            ? "Leave the cell blank if it cannot be attacked."
            : "Leave the cell blank, or write 'unlimited', if there is no limit.";
    }

    private static void ReportNoNumber(string text, string what, Place place, ProblemList problems)
    {
        if (GraphNumber.IsRoughly(text))
        {
            problems.Error(DataProblemCodes.OutOfRange, place, text, $"{what} should be a number that can be kept exactly, but '{text}' is too long or too large.", "Round it.");
            return;
        }

        var suggestion = NearestMatch.Find(text, [Unlimited, "infinite", "infinity", "inf", "none"]) is not null && place.Column == CapacityColumn
            ? $"Maybe '{Unlimited}'."
            : SuggestNumber(text);
        problems.Error(DataProblemCodes.BadNumber, place, text, $"{what} should be a number of 0 or more, but is '{text}'.", suggestion);
    }

    private static string SuggestNumber(string text)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return GraphNumber.Read(plain) is null
            ? "Write digits with a point for the fraction."
            : $"Write {plain} for a thousand separator, or a point for the fraction.";
    }
}
