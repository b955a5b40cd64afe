using System.Buffers;
using System.Buffers.Text;
using Grpc.Core;

namespace RailOps.Server.GrpcWeb;

/// <summary>Reads a base64 body as its bytes. The text may have padding in the middle, where the caller flushed.</summary>
/// <param name="inner">The text.</param>
internal sealed class Base64RequestStream(Stream inner) : Stream
{
    private const int GroupCharacters = 4;
    private const byte Padding = (byte)'=';

    private readonly byte[] _text = new byte[4096];
    private readonly byte[] _bytes = new byte[3072];
    private int _textCount;
    private ReadOnlyMemory<byte> _decoded;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="RpcException">INTERNAL: the body is no base64.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_decoded.IsEmpty)
        {
            if (!await FillAsync(cancellationToken))
                return 0;
        }
        var count = Math.Min(buffer.Length, _decoded.Length);
        _decoded[..count].CopyTo(buffer);
        _decoded = _decoded[count..];
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask<bool> FillAsync(CancellationToken token)
    {
        var read = await inner.ReadAsync(_text.AsMemory(_textCount), token);
        if (read == 0)
            return _textCount == 0 ? false : throw Broken("ends inside a group of four characters");
        _textCount += read;
        var whole = _textCount - _textCount % GroupCharacters;
        _decoded = _bytes.AsMemory(0, Decode(_text.AsSpan(0, whole)));
        _text.AsSpan(whole, _textCount - whole).CopyTo(_text);
        _textCount -= whole;
        return true;
    }

    private int Decode(ReadOnlySpan<byte> text)
    {
        var decoded = 0;
        while (!text.IsEmpty)
        {
            var padding = text.IndexOf(Padding);
            var part = padding < 0 ? text : text[..(padding - padding % GroupCharacters + GroupCharacters)];
            var status = Base64.DecodeFromUtf8(part, _bytes.AsSpan(decoded), out var consumed, out var written);
            if (status != OperationStatus.Done || consumed != part.Length)
                throw Broken("has characters that are no base64");
            decoded += written;
            text = text[part.Length..];
        }
        return decoded;
    }

    private static RpcException Broken(string what) =>
        new(new Status(StatusCode.Internal, $"The body {what}, but application/grpc-web-text must be base64."));
}
