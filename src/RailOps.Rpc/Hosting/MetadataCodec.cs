using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace RailOps.Rpc.Hosting;

/// <summary>Metadata as HTTP headers: text as it is, bytes in base64.</summary>
internal static class MetadataCodec
{
    /// <summary>Reads the headers of a request. A repeated text header is one entry, joined by commas, as in the public library.</summary>
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            if (!IsReserved(name))
                Add(metadata, name, values);
        }
        return metadata;
    }

    /// <summary>Adds one header; bytes that are no base64 are left out.</summary>
    public static void Add(Metadata metadata, string name, StringValues values)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(name, values.ToString());
            return;
        }
        foreach (var part in values.ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (TryDecode(part, out var bytes))
                metadata.Add(name, bytes);
        }
    }

    /// <summary>The text of an entry on the wire.</summary>
    public static string WireValue(Metadata.Entry entry) => entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value;

    private static bool IsReserved(string name) =>
        name.StartsWith(':')
        || name.Equals(GrpcProtocol.EncodingHeader, StringComparison.OrdinalIgnoreCase)
        || name.Equals(GrpcProtocol.AcceptEncodingHeader, StringComparison.OrdinalIgnoreCase);

    private static bool TryDecode(string text, out byte[] bytes)
    {
        var padded = (text.Length % 4) switch { 2 => text + "==", 3 => text + "=", _ => text };
        var buffer = new byte[padded.Length];
        var decoded = Convert.TryFromBase64String(padded, buffer, out var length);
        bytes = decoded ? buffer[..length] : [];
        return decoded;
    }
}
