using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Grpc.Core;

namespace RailOps.Rpc.Hosting;

/// <summary>Reads messages from a pipe: a flag, four bytes of length (big endian), the payload. One reader at a time.</summary>
/// <param name="pipe">Where the bytes come from.</param>
/// <param name="limitBytes">Largest message, compressed and decompressed; null: none.</param>
/// <param name="encoding">What compressed messages are compressed with; null: none may be.</param>
internal sealed class MessageReader(PipeReader pipe, int? limitBytes, string? encoding)
{
    /// <summary>The next message, or null at the end.</summary>
    /// <exception cref="RpcException">INTERNAL: broken frame. RESOURCE_EXHAUSTED: too large.</exception>
    public async ValueTask<T?> ReadAsync<T>(Func<DeserializationContext, T> deserialize, CancellationToken token)
        where T : class
    {
        while (true)
        {
            var result = await pipe.ReadAsync(token);
            var buffer = result.Buffer;
            if (result.IsCanceled)
                throw new OperationCanceledException(token);
            try
            {
                if (TryTakeFrame(buffer, out var isCompressed, out var payload))
                    return Take(deserialize, isCompressed, payload, ref buffer);
                if (result.IsCompleted)
                    return EndOfBody<T>(buffer);
            }
            finally
            {
                // Also after a failure: Kestrel closes an HTTP/1.1 connection whose body it cannot read to its end.
                pipe.AdvanceTo(buffer.Start, buffer.End);
            }
        }
    }

    /// <summary>Waits for the end of the body.</summary>
    /// <exception cref="RpcException">INTERNAL: something follows.</exception>
    public async ValueTask ReadEndAsync(CancellationToken token)
    {
        var result = await pipe.ReadAsync(token);
        var hasMore = !result.Buffer.IsEmpty;
        pipe.AdvanceTo(result.Buffer.Start);
        if (hasMore)
            throw Broken("A second message follows where the method takes one.");
    }

    private bool TryTakeFrame(ReadOnlySequence<byte> buffer, out bool isCompressed, out ReadOnlySequence<byte> payload)
    {
        isCompressed = false;
        payload = default;
        if (buffer.Length < GrpcProtocol.FrameHeaderBytes)
            return false;
        var length = ReadHeader(buffer, out isCompressed);
        if (buffer.Length - GrpcProtocol.FrameHeaderBytes < length)
            return false;
        payload = buffer.Slice(GrpcProtocol.FrameHeaderBytes, length);
        return true;
    }

    private long ReadHeader(ReadOnlySequence<byte> buffer, out bool isCompressed)
    {
        Span<byte> header = stackalloc byte[GrpcProtocol.FrameHeaderBytes];
        buffer.Slice(0, GrpcProtocol.FrameHeaderBytes).CopyTo(header);
        if (header[0] > 1)
            throw Broken($"The compression flag of a message is {header[0]}; it must be 0 or 1.");
        isCompressed = header[0] == 1;
        if (isCompressed && encoding is null)
            throw Broken("A message is marked as compressed, but the call names no grpc-encoding.");
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        MessageLimit.CheckReceived(length, limitBytes ?? Array.MaxLength);
        return length;
    }

    /// <summary>Takes the message and leaves in the buffer nothing that has been looked at.</summary>
    private T Take<T>(Func<DeserializationContext, T> deserialize, bool isCompressed, ReadOnlySequence<byte> payload, ref ReadOnlySequence<byte> buffer)
    {
        var plain = isCompressed ? Compression.Decompress(payload, encoding!, limitBytes) : payload;
        var message = Parse(deserialize, plain);
        buffer = buffer.Slice(payload.End, 0);
        return message;
    }

    /// <summary>Bytes that are no message are the sender's fault, whatever the deserializer throws.</summary>
    private static T Parse<T>(Func<DeserializationContext, T> deserialize, ReadOnlySequence<byte> plain)
    {
        try
        {
            return deserialize(new PayloadReader(plain));
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, $"A message of {plain.Length} bytes does not parse as {typeof(T).Name}.", exception));
        }
    }

    private static T? EndOfBody<T>(ReadOnlySequence<byte> buffer)
        where T : class =>
        buffer.IsEmpty ? null : throw Broken($"The body ends inside a message, {buffer.Length} bytes after it began.");

    private static RpcException Broken(string text) => new(new Status(StatusCode.Internal, text));
}
