using NUnit.Framework;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Workers;
using RailOps.Testing;

namespace RailOps.OrTools.Tests;

/// <summary>OR-Tools as ./railops test installs it; a test that needs it is skipped with the reason where it is not.</summary>
[SetUpFixture]
public sealed class OrToolsHere
{
    private static IOrToolsHost? _host;

    public static string PackageFolder { get; } =
        Environment.GetEnvironmentVariable(NodeWorkerOptions.FolderVariable) ?? Path.Combine(RepositoryFolder.Root, "artifacts", "tools", "or-tools");

    public static NodeWorkerOptions Options { get; } = new() { PackageFolder = PackageFolder };

    /// <summary>The host that all tests share.</summary>
    public static IOrToolsHost Host => _host ??= OrToolsHosts.Make(Options, observer: null);

    /// <summary>Skips the test, with the reason, if OR-Tools is not here.</summary>
    public static void Require()
    {
        if (Host.Availability is { IsAvailable: false } missing)
            Assert.Ignore(missing.Reason);
    }

    [OneTimeTearDown]
    public void EndWorkers() => _host?.Dispose();
}
