using System.Diagnostics;

namespace RailOps.Server.Tests.Shell;

/// <summary>The built program as a process of its own; killed if the test leaves it behind.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private RunningProgram(Process process) => _process = process;

    public static RunningProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "railops.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Reads lines until one holds the text, and returns that line.</summary>
    public async Task<string> LineWithAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"The program ended without a line with \"{text}\": {await _process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    public async Task<(int ExitCode, string Output, string Error)> ReadToEndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var output = _process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    /// <summary>Asks it to stop, as Ctrl-C or a service manager does.</summary>
    public void Terminate(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
