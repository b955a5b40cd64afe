using System.Globalization;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>
/// Reads a number of a graph file exactly or not at all: digits with a point, also with an exponent as other programs write it
/// (<c>1.5e3</c>). What a <see cref="decimal"/> would have to round is refused.
/// </summary>
public static class GraphNumber
{
    // Any 26 digits fit a decimal; more may be rounded without a word.
    private const int SafeDigits = 26;
    private const int SafeExponent = 26;
    private const decimal OneWithAllZeros = 1.0000000000000000000000000000m;
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;

    /// <summary>The number, without zeros behind the last decimal place that counts; null if it is none or was rounded.</summary>
    public static decimal? Read(string text)
    {
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || !IsExact(text))
            return null;
        return number / OneWithAllZeros;
    }

    /// <summary>True if the text is a number for somebody who need not be exact.</summary>
    public static bool IsRoughly(string text) => double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static bool IsExact(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var digits = mark < 0 ? text : text[..mark];
        var exponent = mark < 0 ? 0 : int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : int.MaxValue;
        var count = digits.TrimStart('-', '+', '0', '.').Count(char.IsAsciiDigit);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : digits.Length - point - 1;
        return count <= SafeDigits && exponent is >= -SafeExponent and <= SafeExponent && places - exponent <= SafeExponent;
    }
}
