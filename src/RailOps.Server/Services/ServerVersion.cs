using System.Reflection;

namespace RailOps.Server.Services;

/// <summary>The version of this build.</summary>
public static class ServerVersion
{
    /// <summary>Version of the contract, major.minor.</summary>
    public const string Protocol = "1.0";

    /// <summary>Version of RailOps, from Directory.Build.props.</summary>
    public static string Text { get; } =
        typeof(ServerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
