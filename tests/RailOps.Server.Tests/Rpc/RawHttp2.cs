using System.Buffers.Binary;
using System.Text;

namespace RailOps.Server.Tests.Rpc;

/// <summary>Frames of HTTP/2 by hand (RFC 9113), headers as literals without a table or Huffman code (RFC 7541).</summary>
internal static class RawHttp2
{
    private const byte HeadersType = 1;
    private const byte SettingsType = 4;
    private const byte EndHeaders = 4;

    public static byte[] Preface { get; } = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    public static byte[] Settings { get; } = Frame(SettingsType, 0, 0, []);

    public static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        return frame;
    }

    public static byte[] Headers(int stream, bool endHeaders, string path, params (string Name, string Value)[] headers)
    {
        (string Name, string Value)[] pseudo = [(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost")];
        var block = pseudo.Concat(headers).SelectMany(header => (byte[])[0, .. Text(header.Name), .. Text(header.Value)]).ToArray();
        return Frame(HeadersType, endHeaders ? EndHeaders : (byte)0, stream, block);
    }

    /// <summary>Length, one byte as it is below 127, and the characters.</summary>
    private static byte[] Text(string text) => [checked((byte)text.Length), .. Encoding.ASCII.GetBytes(text)];
}
