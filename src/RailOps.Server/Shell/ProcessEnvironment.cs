using System.Text;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell;

/// <summary>The console, variables and folders of this process; the only place that names <see cref="Console"/>.</summary>
internal static class ProcessEnvironment
{
    private const int WidthOfPipesColumns = 132;
    private const int NarrowestColumns = 60;

    /// <summary>Takes them as they are now.</summary>
    public static ShellEnvironment Make()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        return new ShellEnvironment(
            Console.Out,
            Console.Error,
            Style(),
            ClientChoice.ConnectAsync,
            Environment.GetEnvironmentVariable,
            Environment.CurrentDirectory,
            AppContext.BaseDirectory)
        {
            IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Quit = Environment.Exit,
        };
    }

    private static ReportStyle Style()
    {
        var terminal = !Console.IsOutputRedirected;
        var colourRefused = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new ReportStyle(terminal ? Math.Max(Console.WindowWidth, NarrowestColumns) : WidthOfPipesColumns, terminal && !colourRefused);
    }
}
