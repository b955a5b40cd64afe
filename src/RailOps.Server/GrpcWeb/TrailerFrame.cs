using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace RailOps.Server.GrpcWeb;

/// <summary>Trailers as the last frame of a body: the flag 0x80, four bytes of length (big endian), and lines as in HTTP/1.1.</summary>
internal static class TrailerFrame
{
    private const byte Flag = 0x80;
    private const int HeaderBytes = 5;

    /// <summary>Writes the frame. What a header cannot carry becomes a question mark, so that no value can add a line.</summary>
    public static void Write(IBufferWriter<byte> output, IHeaderDictionary trailers)
    {
        var lines = new StringBuilder();
        foreach (var (name, values) in trailers)
        {
            foreach (var value in values)
                lines.Append(name.ToLowerInvariant()).Append(": ").Append(Printable(value ?? "")).Append("\r\n");
        }
        var text = Encoding.ASCII.GetBytes(lines.ToString());
        var header = output.GetSpan(HeaderBytes);
        header[0] = Flag;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], text.Length);
        output.Advance(HeaderBytes);
        output.Write(text);
    }

    private static string Printable(string value) =>
        value.All(IsPrintable) ? value : string.Concat(value.Select(character => IsPrintable(character) ? character : '?'));

    private static bool IsPrintable(char character) => character is >= ' ' and <= '~';
}
