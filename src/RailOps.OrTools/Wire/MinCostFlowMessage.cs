using System.Buffers.Binary;
using System.Runtime.InteropServices;
using RailOps.OrTools.Hosts;

namespace RailOps.OrTools.Wire;

/// <summary>Bytes of a request for a cheapest flow and its answer, as worker.mjs describes them.</summary>
internal static class MinCostFlowMessage
{
    private const int HeadBytes = 16;

    public static byte[] Write(MinCostFlowRequest request)
    {
        var (count, nodes) = (request.Tails.Length, request.Supplies.Length);
        var bytes = new byte[checked(HeadBytes + (24 * count) + (8 * nodes))];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(span, count);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], nodes);
        request.Tails.CopyTo(MemoryMarshal.Cast<byte, int>(span[HeadBytes..]));
        request.Heads.CopyTo(MemoryMarshal.Cast<byte, int>(span[(HeadBytes + (4 * count))..]));
        WireNumbers.Write(span[(HeadBytes + (8 * count))..], request.Capacities);
        WireNumbers.Write(span[(HeadBytes + (16 * count))..], request.UnitCosts);
        WireNumbers.Write(span[(HeadBytes + (24 * count))..], request.Supplies);
        return bytes;
    }

    /// <summary>How it ended, and the flow per arc if <see cref="MinCostFlowStatus.Optimal"/>.</summary>
    /// <exception cref="InvalidDataException">This is no such answer.</exception>
    public static MinCostFlowReply Read(ReadOnlySpan<byte> bytes, int arcCount)
    {
        var (status, flows) = WireNumbers.ReadFlows(bytes, (int)MinCostFlowStatus.Optimal, arcCount);
        return new MinCostFlowReply((MinCostFlowStatus)status, flows);
    }
}
