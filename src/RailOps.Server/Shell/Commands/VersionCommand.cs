using System.CommandLine;
using System.Reflection;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>version</c>: one line.</summary>
internal static class VersionCommand
{
    /// <summary>Version of this program, without the build's suffix.</summary>
    public static string ProgramVersion { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var command = new Command("version", "Print the version.");
        command.SetAction(_ => environment.Output.WriteLine($"railops {ProgramVersion}"));
        return command;
    }
}
