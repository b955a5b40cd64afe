using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Commands;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file first and then moves over it.</summary>
    /// <exception cref="Clients.CallFailedException">The file cannot be written; what was there before is untouched.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        var draft = path + ".part";
        try
        {
            using (var writer = new StreamWriter(draft))
                write(writer);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Faults.Other(CallCodes.FailedPrecondition, "FILE_NOT_WRITABLE", $"\"{path}\" cannot be written: {fault.Message}", fault);
        }
    }
}
