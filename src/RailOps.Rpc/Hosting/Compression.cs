using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Grpc.Core;

namespace RailOps.Rpc.Hosting;

/// <summary>The two encodings of messages: gzip (RFC 1952) and deflate, which is zlib (RFC 1950).</summary>
internal static class Compression
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>True for an encoding that messages may come or go in.</summary>
    public static bool IsKnown(string encoding) => encoding is "gzip" or "deflate";

    /// <summary>Inflates a message and stops at the limit, so that a small message cannot fill the memory.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: larger than the limit. INTERNAL: the bytes do not inflate.</exception>
    public static ReadOnlySequence<byte> Decompress(ReadOnlySequence<byte> payload, string encoding, int? limitBytes)
    {
        try
        {
            using var compressed = PipeReader.Create(payload).AsStream();
            using var inflater = Inflater(compressed, encoding);
            return new ReadOnlySequence<byte>(ReadAll(inflater, limitBytes));
        }
        catch (InvalidDataException exception)
        {
            throw new RpcException(new Status(StatusCode.Internal, $"The message does not decompress as {encoding}.", exception));
        }
    }

    /// <summary>Deflates a message.</summary>
    public static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> payload, string encoding, CompressionLevel level)
    {
        var compressed = new MemoryStream();
        using (Stream deflater = encoding == "gzip"
            ? new GZipStream(compressed, level, leaveOpen: true)
            : new ZLibStream(compressed, level, leaveOpen: true))
        {
            deflater.Write(payload.Span);
        }
        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    private static Stream Inflater(Stream compressed, string encoding) =>
        encoding == "gzip" ? new GZipStream(compressed, CompressionMode.Decompress) : new ZLibStream(compressed, CompressionMode.Decompress);

    private static ReadOnlyMemory<byte> ReadAll(Stream inflater, int? limitBytes)
    {
        var inflated = new ArrayBufferWriter<byte>(ChunkBytes);
        for (var read = inflater.Read(inflated.GetSpan(ChunkBytes)); read > 0; read = inflater.Read(inflated.GetSpan(ChunkBytes)))
        {
            inflated.Advance(read);
            MessageLimit.CheckReceived(inflated.WrittenCount, limitBytes);
        }
        return inflated.WrittenMemory;
    }
}
