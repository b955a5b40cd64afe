using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell;

/// <summary>Everything the shell takes from outside, so that tests can put something else in its place.</summary>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where errors go.</param>
/// <param name="Style">Width and colour of answers.</param>
/// <param name="ConnectAsync">Finds somebody who answers: this process or a server.</param>
/// <param name="Variable">Environment variable by name; null if not set.</param>
/// <param name="CurrentDirectory">Where the process was started.</param>
/// <param name="ProgramDirectory">Where the program lies.</param>
internal sealed record ShellEnvironment(
    TextWriter Output,
    TextWriter Error,
    ReportStyle Style,
    Func<ConnectionSettings, CancellationToken, Task<IRailOpsClient>> ConnectAsync,
    Func<string, string?> Variable,
    string CurrentDirectory,
    string ProgramDirectory)
{
    /// <summary>True: somebody watches the error stream, so that a line there may be written over.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>The clock that searches are measured with.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ends the process with an exit code at once; null: nobody can (tests).</summary>
    public Action<int>? Quit { get; init; }
}
