using System.Buffers.Binary;

namespace RailOps.OrTools.Workers;

/// <summary>Frames between host and worker, as worker.mjs describes them. The caller guards the streams.</summary>
internal static class WorkerFrames
{
    private const uint Magic = 0x31465752;
    private const int HeaderBytes = 8;
    private const int PayloadHeaderBytes = 8;
    private const int MostBytes = 1 << 30;

    /// <summary>Writes one frame.</summary>
    public static void Write(Stream stream, uint id, WorkerKind kind, ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes - PayloadHeaderBytes)
            throw new InvalidDataException($"A request should have at most {MostBytes} bytes, but has {body.Length}.");
        Span<byte> head = stackalloc byte[HeaderBytes + PayloadHeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], PayloadHeaderBytes + body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], id);
        BinaryPrimitives.WriteUInt32LittleEndian(head[12..], (uint)kind);
        stream.Write(head);
        stream.Write(body);
        stream.Flush();
    }

    /// <summary>Reads one frame.</summary>
    /// <exception cref="EndOfStreamException">The worker is gone.</exception>
    /// <exception cref="InvalidDataException">This is no frame.</exception>
    public static (uint Id, WorkerKind Kind, byte[] Body) Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeaderBytes + PayloadHeaderBytes];
        stream.ReadExactly(head);
        var (magic, length) = (BinaryPrimitives.ReadUInt32LittleEndian(head), BinaryPrimitives.ReadUInt32LittleEndian(head[4..]));
        if (magic != Magic || length < PayloadHeaderBytes || length > MostBytes)
            throw new InvalidDataException($"An answer should begin with {Magic:x8} and a length, but begins with {magic:x8} {length:x8}.");
        var body = new byte[length - PayloadHeaderBytes];
        stream.ReadExactly(body);
        return (BinaryPrimitives.ReadUInt32LittleEndian(head[8..]), (WorkerKind)BinaryPrimitives.ReadUInt32LittleEndian(head[12..]), body);
    }
}
