using System.Globalization;

namespace RailOps.Model.Formats;

/// <summary>Reads the text of a field; null: blank or not what it should be.</summary>
internal static class FieldText
{
    private const int FirstYear = 1800;
    private const int LastYear = 2100;
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= FirstYear and <= LastYear
            ? date
            : null;

    /// <summary>Month and day of <c>MM-DD</c>; a day up to 31 in every month, for the end of it.</summary>
    public static (int Month, int Day)? MonthDay(string text)
    {
        var isPlain = text.Length == 5 && text[2] == '-' && !text.AsSpan().ContainsAnyExceptInRange('-', '9');
        return isPlain && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && month is >= 1 and <= 12 && day is >= 1 and <= 31
                ? (month, day)
                : null;
    }

    public static bool IsId(string text) => text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsFormationId(string text) => text.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
