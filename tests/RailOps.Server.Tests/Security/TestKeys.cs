using RailOps.Server.Hosting;
using RailOps.Server.Security;

namespace RailOps.Server.Tests.Security;

/// <summary>A file of keys in a folder that goes with it.</summary>
internal sealed class TestKeys : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("railops-keys-").FullName;

    public string File => Path.Combine(_folder, "railops.keys");

    public ServerOptions Options => new() { KeyFile = File };

    /// <summary>Adds a key and returns it.</summary>
    public string Add(string name, int? requestsPerSecond = null, int? concurrentCalls = null)
    {
        var key = ApiKeySecret.Make();
        ApiKeyFile.Append(File, new ApiKeyLine(name, ApiKeySecret.HashHex(key), requestsPerSecond, concurrentCalls));
        return key;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
