using System.Buffers.Binary;
using System.Runtime.InteropServices;
using RailOps.OrTools.Hosts;

namespace RailOps.OrTools.Wire;

/// <summary>Bytes of a maximum-flow request and its answer, as worker.mjs describes them.</summary>
internal static class MaxFlowMessage
{
    private const int HeadBytes = 16;

    public static byte[] Write(MaxFlowRequest request)
    {
        var count = request.Tails.Length;
        var bytes = new byte[checked(HeadBytes + (16 * count))];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(span, count);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], request.Source);
        BinaryPrimitives.WriteInt32LittleEndian(span[8..], request.Sink);
        request.Tails.CopyTo(MemoryMarshal.Cast<byte, int>(span[HeadBytes..]));
        request.Heads.CopyTo(MemoryMarshal.Cast<byte, int>(span[(HeadBytes + (4 * count))..]));
        WireNumbers.Write(span[(HeadBytes + (8 * count))..], request.Capacities);
        return bytes;
    }

    /// <exception cref="InvalidDataException">This is no flow.</exception>
    public static long[] Read(ReadOnlySpan<byte> bytes, int arcCount)
    {
        var (status, flows) = WireNumbers.ReadFlows(bytes, success: 0, arcCount);
        return status == 0 ? flows : throw new InvalidDataException($"A flow should have status 0, but has status {status}.");
    }
}
