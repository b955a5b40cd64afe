using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using RailOps.Rpc.Hosting;

namespace RailOps.Rpc.Client;

/// <summary>A framed message as the content of a request.</summary>
internal static class MessageContent
{
    /// <summary>The content of a call with one request.</summary>
    public static HttpContent Of<T>(T message, Marshaller<T> marshaller, int? limitBytes)
        where T : class =>
        new ReadOnlyMemoryContent(Frame(message, marshaller, limitBytes));

    /// <summary>The message with its five bytes before it.</summary>
    public static ReadOnlyMemory<byte> Frame<T>(T message, Marshaller<T> marshaller, int? limitBytes)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(message);
        var buffer = new ArrayBufferWriter<byte>();
        new MessageWriter(buffer, limitBytes, encoding: null, CompressionLevel.NoCompression)
            .Write(message, marshaller.ContextualSerializer, compress: false);
        return buffer.WrittenMemory;
    }
}
