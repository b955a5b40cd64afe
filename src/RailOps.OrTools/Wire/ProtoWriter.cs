using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace RailOps.OrTools.Wire;

/// <summary>Writes the few kinds of Protocol Buffers fields that OR-Tools' programs need (protobuf.dev, Encoding).</summary>
internal sealed class ProtoWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.Clear();

    public void Boolean(int field, bool value) => Number(field, value ? 1 : 0);

    public void Number(int field, int value)
    {
        Key(field, wireType: 0);
        Varint((ulong)value);
    }

    public void Double(int field, double value)
    {
        Key(field, wireType: 1);
        Fixed(value);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, wireType: 2);
        Varint((ulong)value.Length);
        _bytes.Write(value);
    }

    public void Packed(int field, ReadOnlySpan<double> values)
    {
        Key(field, wireType: 2);
        Varint((ulong)values.Length * 8);
        foreach (var value in values)
            Fixed(value);
    }

    public void Packed(int field, ReadOnlySpan<int> values)
    {
        Key(field, wireType: 2);
        var length = 0UL;
        foreach (var value in values)
            length += (ulong)(1 + ((31 - int.LeadingZeroCount(value | 1)) / 7));
        Varint(length);
        foreach (var value in values)
            Varint((ulong)value);
    }

    private void Key(int field, int wireType) => Varint(((ulong)field << 3) | (uint)wireType);

    private void Fixed(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    private void Varint(ulong value)
    {
        var span = _bytes.GetSpan(10);
        var count = 0;
        for (; value >= 0x80; value >>= 7)
            span[count++] = (byte)(value & 0x7f | 0x80);
        span[count++] = (byte)value;
        _bytes.Advance(count);
    }
}
