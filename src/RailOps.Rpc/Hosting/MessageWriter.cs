using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Grpc.Core;

namespace RailOps.Rpc.Hosting;

/// <summary>Writes messages to a buffer: a flag, four bytes of length (big endian), the payload. Not thread safe.</summary>
/// <param name="output">Where the bytes go.</param>
/// <param name="limitBytes">Largest message before compression; null: none.</param>
/// <param name="encoding">What to compress with; null: nothing is compressed.</param>
/// <param name="level">How hard to compress.</param>
internal sealed class MessageWriter(IBufferWriter<byte> output, int? limitBytes, string? encoding, CompressionLevel level)
    : SerializationContext
{
    private int? _announcedBytes;
    private bool _compress;
    private bool _complete;
    private ArrayBufferWriter<byte>? _buffered;

    /// <summary>Writes one message; flushing is the caller's.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: larger than the limit; nothing is written then.</exception>
    public void Write<T>(T message, Action<T, SerializationContext> serialize, bool compress)
    {
        _announcedBytes = null;
        _buffered = null;
        _complete = false;
        _compress = compress && encoding is not null;
        serialize(message, this);
        if (!_complete)
            throw new InvalidOperationException($"The serializer of {typeof(T).Name} did not complete its message.");
    }

    /// <inheritdoc/>
    public override void SetPayloadLength(int payloadLength) => _announcedBytes = payloadLength;

    /// <inheritdoc/>
    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_compress || _announcedBytes is not { } lengthBytes)
            return _buffered ??= new ArrayBufferWriter<byte>();
        MessageLimit.CheckSent(lengthBytes, limitBytes);
        WriteHeader(isCompressed: false, lengthBytes);
        return output;
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        if (_buffered is not null)
            WriteWhole(_buffered.WrittenMemory);
        _complete = true;
    }

    /// <inheritdoc/>
    public override void Complete(byte[] payload)
    {
        WriteWhole(payload);
        _complete = true;
    }

    private void WriteWhole(ReadOnlyMemory<byte> payload)
    {
        MessageLimit.CheckSent(payload.Length, limitBytes);
        var body = _compress ? Compression.Compress(payload, encoding!, level) : payload;
        WriteHeader(_compress, body.Length);
        output.Write(body.Span);
    }

    private void WriteHeader(bool isCompressed, int lengthBytes)
    {
        var header = output.GetSpan(GrpcProtocol.FrameHeaderBytes);
        header[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], lengthBytes);
        output.Advance(GrpcProtocol.FrameHeaderBytes);
    }
}
