using RailOps.Server.Hosting;

namespace RailOps.Server.Security;

/// <summary>
/// Knows whose key is whose. A changed file counts within a second, so a removed key is refused without a restart; a file that cannot be
/// read leaves the last good keys in force and a warning in the log. Thread safe.
/// </summary>
internal sealed class ApiKeyRing
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly ServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ApiKeyRing> _logger;
    private readonly Lock _lock = new();
    private IReadOnlyList<Caller> _callers = [];
    private (DateTime Written, long Length) _version;
    private long _lookedAt;

    /// <summary>Reads the file that the options name.</summary>
    /// <exception cref="InvalidDataException">It cannot be used.</exception>
    public ApiKeyRing(ServerOptions options, TimeProvider time, ILogger<ApiKeyRing> logger)
    {
        _path = options.KeyFile ?? throw new ArgumentException("The options name no file of keys.", nameof(options));
        (_options, _time, _logger) = (options, time, logger);
        _lookedAt = time.GetTimestamp();
        _version = Version();
        if (Load() is { } problem)
            throw new InvalidDataException(problem);
    }

    /// <summary>Whose key it is; null: nobody's. Always compares with every key.</summary>
    public Caller? Find(string key)
    {
        Refresh();
        var hash = ApiKeySecret.Hash(key);
        Caller? found = null;
        foreach (var caller in _callers)
        {
            if (caller.Has(hash))
                found = caller;
        }
        return found;
    }

    private void Refresh()
    {
        lock (_lock)
        {
            if (_time.GetElapsedTime(_lookedAt) < LookInterval)
                return;
            _lookedAt = _time.GetTimestamp();
            var version = Version();
            if (version == _version)
                return;
            _version = version;
            if (Load() is { } problem)
                Log.KeysNotRead(_logger, problem);
            else
                Log.KeysRead(_logger, _path, _callers.Count);
        }
    }

    private (DateTime Written, long Length) Version()
    {
        var file = new FileInfo(_path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    /// <summary>Null: read. Who stays with the same line keeps what they have used.</summary>
    private string? Load()
    {
        var problems = new List<string>();
        if (ApiKeyFile.Read(_path, problems) is not { } keys)
            return string.Join(" ", problems);
        _callers = [.. keys.Select(key => _callers.FirstOrDefault(caller => caller.Key == key) ?? new Caller(key, _options, _time))];
        return null;
    }
}
