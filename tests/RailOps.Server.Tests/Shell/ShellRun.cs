using RailOps.Server.Shell;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Tests.Shell;

/// <summary>One command line run against a fake client, with what it wrote and returned.</summary>
internal sealed record ShellRun(int ExitCode, string Output, string Error)
{
    public const int WidthColumns = 100;

    public static Task<ShellRun> OfAsync(FakeClient client, params string[] arguments) =>
        OfAsync((_, _) => Task.FromResult<IRailOpsClient>(client), CancellationToken.None, arguments);

    public static async Task<ShellRun> OfAsync(
        Func<ConnectionSettings, CancellationToken, Task<IRailOpsClient>> connect, CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new ShellEnvironment(
            output, error, new ReportStyle(WidthColumns, Colour: false), connect, _ => null, Path.GetTempPath(), Path.GetTempPath());
        var exitCode = await new RailOpsShell(environment).RunAsync(arguments, cancellationToken);
        return new ShellRun(exitCode, output.ToString(), error.ToString());
    }
}
