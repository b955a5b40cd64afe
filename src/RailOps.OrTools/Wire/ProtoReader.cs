using System.Buffers.Binary;

namespace RailOps.OrTools.Wire;

/// <summary>Reads Protocol Buffers field by field. Throws <see cref="InvalidDataException"/> on whatever is no such message.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Number of the present field.</summary>
    public int Field { get; private set; }

    /// <summary>Value of a varint field.</summary>
    public ulong Number { get; private set; }

    /// <summary>Value of a field of 8 bytes.</summary>
    public double Double { get; private set; }

    /// <summary>Content of a field with a length.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty)
            return false;
        var key = Varint();
        (Field, Number, Double) = ((int)(key >> 3), 0, 0);
        Content = default;
        switch (key & 7)
        {
            case 0:
                Number = Varint();
                break;
            case 1:
                Double = BinaryPrimitives.ReadDoubleLittleEndian(Take(8));
                break;
            case 2:
                Content = Take(Varint());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new InvalidDataException($"A field should have wire type 0, 1, 2 or 5, but field {Field} has {key & 7}.");
        }

        return true;
    }

    /// <summary>Adds the present field to a list of numbers, packed or one by one.</summary>
    public void AddDoublesTo(List<double> list)
    {
        if (Content.IsEmpty)
            list.Add(Double);
        for (var at = 0; at + 8 <= Content.Length; at += 8)
            list.Add(BinaryPrimitives.ReadDoubleLittleEndian(Content[at..]));
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
            throw new InvalidDataException($"A field should have {count} bytes, but only {_rest.Length} are left.");
        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private ulong Varint()
    {
        var (value, shift) = (0UL, 0);
        while (shift < 64)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
            shift += 7;
        }

        throw new InvalidDataException("A number should end within 10 bytes, but does not.");
    }
}
