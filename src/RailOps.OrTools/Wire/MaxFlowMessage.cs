using System.Buffers.Binary;
using System.Runtime.InteropServices;
using RailOps.OrTools.Hosts;

namespace RailOps.OrTools.Wire;

/// <summary>Bytes of a maximum-flow request and its answer, as worker.mjs describes them. Numbers are little-endian.</summary>
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
        var capacities = MemoryMarshal.Cast<byte, double>(span[(HeadBytes + (8 * count))..]);
        for (var arc = 0; arc < count; arc++)
            capacities[arc] = request.Capacities[arc];
        return bytes;
    }

    /// <exception cref="InvalidDataException">This is no flow.</exception>
    public static long[] Read(ReadOnlySpan<byte> bytes, int arcCount)
    {
        if (bytes.Length < 8)
            throw new InvalidDataException($"A flow should have 8 bytes or more, but has {bytes.Length}.");
        var (status, count) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
        if (status != 0 || count != arcCount || bytes.Length != 8 + (8L * count))
            throw new InvalidDataException($"A flow should have status 0 and {arcCount} arcs, but has status {status}, {count} arcs and {bytes.Length} bytes.");
        var flows = new long[count];
        var numbers = MemoryMarshal.Cast<byte, double>(bytes[8..]);
        for (var arc = 0; arc < count; arc++)
        {
            if (!double.IsInteger(numbers[arc]) || double.Abs(numbers[arc]) > 1L << 53)
                throw new InvalidDataException($"The flow on arc {arc} should be a whole number up to 2^53, but is {numbers[arc]:R}.");
            flows[arc] = (long)numbers[arc];
        }

        return flows;
    }
}
