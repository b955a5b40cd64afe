using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RailOps.Model.Formats;

/// <summary>The folder <c>networks</c>: reads files within the limits and remembers them for the revision.</summary>
internal sealed class DataFolder(string root, ProblemList problems)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly SortedDictionary<string, DataFile> _files = new(StringComparer.Ordinal);

    /// <summary>True if the folder exists; else that has been reported.</summary>
    public bool Exists(string folder)
    {
        if (Directory.Exists(Path.Combine(root, folder)))
            return true;

        problems.Error(DataProblemCodes.MissingFolder, new(folder, null, ""), folder,
            $"The folder '{(folder.Length == 0 ? root : folder)}' should exist, but does not.",
            folder.Length == 0 ? "Name the folder 'networks' of the project, or a copy of it." : SuggestName(folder, Names("", isFolder: true)));
        return false;
    }

    /// <summary>Names in a folder, sorted by ordinal.</summary>
    public IReadOnlyList<string> Names(string folder, bool isFolder)
    {
        try
        {
            var path = Path.Combine(root, folder);
            var entries = isFolder ? Directory.EnumerateDirectories(path) : Directory.EnumerateFiles(path);
            return [.. entries.Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(folder, e);
            return [];
        }
    }

    /// <summary>The text of a file that must exist, or null if that has been reported.</summary>
    public string? Read(string name)
    {
        var info = new FileInfo(Path.Combine(root, name));
        if (!info.Exists)
        {
            ReportMissing(name);
            return null;
        }

        if (info.Length > DataLimits.FileBytes)
        {
            problems.Error(DataProblemCodes.FileTooLarge, new(name, null, ""), "",
                $"A file should have at most {DataLimits.FileBytes} bytes (8 MiB), but this one has {info.Length}; it was not read.", "Split it, or remove what nothing uses.");
            return null;
        }

        return ReadBytes(name, info.FullName);
    }

    /// <summary>Fingerprint of all files read: the first 16 hexadecimal digits of a SHA-256 over names, lengths and contents.</summary>
    public string Revision()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var file in _files.Values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
            BinaryPrimitives.WriteInt64LittleEndian(length, file.Bytes.LongLength);
            hash.AppendData([0, .. length]);
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private string? ReadBytes(string name, string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            _files[name] = new(name, bytes);
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return StrictUtf8.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            problems.Error(DataProblemCodes.BadEncoding, new(name, null, ""), "", $"The file should be UTF-8, but is not at byte {e.Index}.", "Save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(name, e);
        }

        return null;
    }

    private void ReportMissing(string name)
    {
        var slash = name.LastIndexOf('/');
        var folder = name[..Math.Max(slash, 0)];
        problems.Error(DataProblemCodes.MissingFile, new(name, null, ""), "", $"The file '{name}' should exist, but does not.",
            SuggestName(name[(slash + 1)..], Names(folder, isFolder: false)));
    }

    private void ReportUnreadable(string name, Exception e) =>
        problems.Error(DataProblemCodes.UnreadableFile, new(name, null, ""), "", $"'{name}' could not be read: {e.Message}", "Check the permissions.");

    private static string SuggestName(string name, IReadOnlyList<string> present)
    {
        var near = NearestMatch.Find(Path.GetFileNameWithoutExtension(name), present.Select(x => Path.GetFileNameWithoutExtension(x)));
        return near is null
            ? "Create it; docs/formats.md says what belongs in it."
            : $"Maybe it is the one called '{present.First(x => Path.GetFileNameWithoutExtension(x) == near)}'.";
    }
}
