using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace RailOps.OrTools.Wire;

/// <summary>Whole numbers that travel as floating point, and the flows that come back. Little-endian, as worker.mjs describes them.</summary>
internal static class WireNumbers
{
    /// <summary>Writes whole numbers up to 2^53 to a place that is a multiple of 8.</summary>
    public static void Write(Span<byte> bytes, ReadOnlySpan<long> values)
    {
        var numbers = MemoryMarshal.Cast<byte, double>(bytes);
        for (var index = 0; index < values.Length; index++)
            numbers[index] = values[index];
    }

    /// <summary>Status and flow per arc; no flows if the status is not the one of success.</summary>
    /// <exception cref="InvalidDataException">This is no such answer.</exception>
    public static (int Status, long[] Flows) ReadFlows(ReadOnlySpan<byte> bytes, int success, int arcCount)
    {
        if (bytes.Length < 8)
            throw new InvalidDataException($"A flow should have 8 bytes or more, but has {bytes.Length}.");
        var (status, count) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
        if (status != success)
            return (status, []);
        if (count != arcCount || bytes.Length != 8 + (8L * count))
            throw new InvalidDataException($"A flow should have {arcCount} arcs, but has {count} arcs and {bytes.Length} bytes.");
        var flows = new long[count];
        var numbers = MemoryMarshal.Cast<byte, double>(bytes[8..]);
        for (var arc = 0; arc < count; arc++)
        {
            if (!double.IsInteger(numbers[arc]) || double.Abs(numbers[arc]) > 1L << 53)
                throw new InvalidDataException($"The flow on arc {arc} should be a whole number up to 2^53, but is {numbers[arc]:R}.");
            flows[arc] = (long)numbers[arc];
        }

        return (status, flows);
    }
}
