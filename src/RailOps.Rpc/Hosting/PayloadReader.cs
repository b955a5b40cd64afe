using System.Buffers;
using Grpc.Core;

namespace RailOps.Rpc.Hosting;

/// <summary>Gives a deserializer the payload as it lies in the receive buffer.</summary>
internal sealed class PayloadReader(ReadOnlySequence<byte> payload) : DeserializationContext
{
    /// <inheritdoc/>
    public override int PayloadLength => checked((int)payload.Length);

    /// <inheritdoc/>
    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    /// <inheritdoc/>
    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;
}
