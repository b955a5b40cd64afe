using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace RailOps.Server.GrpcWeb;

/// <summary>Writes bytes as base64. What lies between two flushes is one text with its own padding, as gRPC-Web allows.</summary>
/// <param name="inner">Where the text goes.</param>
internal sealed class Base64PipeWriter(PipeWriter inner) : PipeWriter
{
    /// <summary>A multiple of three, so that only the last piece has padding.</summary>
    private const int PieceBytes = 3 * 1024;

    private readonly ArrayBufferWriter<byte> _pending = new();

    /// <inheritdoc/>
    public override bool CanGetUnflushedBytes => true;

    /// <inheritdoc/>
    public override long UnflushedBytes => _pending.WrittenCount;

    /// <summary>Writes what is pending, with padding; does not flush.</summary>
    public void EncodePending()
    {
        for (var rest = _pending.WrittenSpan; !rest.IsEmpty;)
        {
            var piece = rest[..Math.Min(PieceBytes, rest.Length)];
            Base64.EncodeToUtf8(piece, inner.GetSpan(Base64.GetMaxEncodedToUtf8Length(piece.Length)), out _, out var written);
            inner.Advance(written);
            rest = rest[piece.Length..];
        }
        _pending.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public override void Advance(int bytes) => _pending.Advance(bytes);

    /// <inheritdoc/>
    public override Memory<byte> GetMemory(int sizeHint = 0) => _pending.GetMemory(sizeHint);

    /// <inheritdoc/>
    public override Span<byte> GetSpan(int sizeHint = 0) => _pending.GetSpan(sizeHint);

    /// <inheritdoc/>
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        EncodePending();
        return inner.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null)
    {
        EncodePending();
        inner.Complete(exception);
    }
}
