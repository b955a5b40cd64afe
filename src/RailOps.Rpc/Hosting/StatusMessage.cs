using System.Globalization;
using System.Text;

namespace RailOps.Rpc.Hosting;

/// <summary>The text of a status on the wire: UTF-8, then percent-encoded outside 0x20 to 0x7E and for the percent sign.</summary>
internal static class StatusMessage
{
    /// <summary>To the wire.</summary>
    public static string Encode(string text)
    {
        if (text.All(character => IsPlain(character)))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (IsPlain((char)value))
                encoded.Append((char)value);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }
        return encoded.ToString();
    }

    /// <summary>From the wire; what is not a valid escape stays as it is.</summary>
    public static string Decode(string encoded) => encoded.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(encoded) : encoded;

    private static bool IsPlain(char character) => character is >= ' ' and <= '~' and not '%';
}
