using Google.Protobuf;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Answers as the JSON that the Protocol Buffers documentation defines.</summary>
internal static class Json
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithIndentation());

    /// <summary>Writes the message, indented, fields with default values included.</summary>
    public static void Write(TextWriter output, IMessage message) => output.Write(Formatter.Format(message) + "\n");
}
