using System.Text;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>Reads a whole file that a user named, within the limits.</summary>
internal static class GraphFileText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null if that has been reported.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="name">The file as the user typed it.</param>
    /// <param name="problems">Where to report.</param>
    public static string? Read(string path, string name, ProblemList problems)
    {
        try
        {
            if (!File.Exists(path))
            {
                ReportMissing(path, name, problems);
                return null;
            }

            var length = new FileInfo(path).Length;
            return length > GraphFileLimits.FileBytes ? RefuseLarge(name, length, problems) : Decode(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException e)
        {
            problems.Error(DataProblemCodes.BadEncoding, new(name, null, ""), "", $"The file should be UTF-8, but is not at byte {e.Index}.", "Save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(DataProblemCodes.UnreadableFile, new(name, null, ""), "", $"'{name}' could not be read: {e.Message}", "Check the permissions.");
        }

        return null;
    }

    private static string Decode(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return StrictUtf8.GetString(bytes, start, bytes.Length - start);
    }

    private static string? RefuseLarge(string name, long length, ProblemList problems)
    {
        problems.Error(DataProblemCodes.FileTooLarge, new(name, null, ""), "",
            $"A graph file should have at most {GraphFileLimits.FileBytes} bytes (64 MiB), but this one has {length}; it was not read.", "Leave out what cannot matter.");
        return null;
    }

    private static void ReportMissing(string path, string name, ProblemList problems)
    {
        if (Directory.Exists(path))
        {
            problems.Error(DataProblemCodes.UnreadableFile, new(name, null, ""), "", $"'{name}' should be a file, but is a folder.", "Name a file in it.");
            return;
        }

        var folder = Path.GetDirectoryName(path);
        IEnumerable<string> present = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)) : [];
        var near = NearestMatch.Find(Path.GetFileName(path), present);
        problems.Error(DataProblemCodes.MissingFile, new(name, null, ""), "", $"The file '{name}' should exist, but does not.",
            near is null ? "Check the path; it counts from the current directory." : $"Maybe '{near}' in the same folder.");
    }
}
