using System.Runtime.InteropServices;

namespace RailOps.Server.Shell;

/// <summary>
/// Makes a second Ctrl-C end the process at once. The first one is the parser's: it cancels the command's token, upon which a search
/// stops and its best answer is shown.
/// </summary>
internal sealed class InterruptWatch : IDisposable
{
    private readonly Action<int> _quit;
    private readonly IDisposable? _registration;
    private int _count;

    private InterruptWatch(Action<int> quit, bool isListening)
    {
        _quit = quit;
        _registration = isListening ? PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Hit()) : null;
    }

    /// <summary>Listens until disposed; does nothing if the environment cannot quit.</summary>
    public static InterruptWatch Start(ShellEnvironment environment) => new(environment.Quit ?? (_ => { }), environment.Quit is not null);

    /// <summary>A watch that hears only of <see cref="Hit"/>.</summary>
    public static InterruptWatch Deaf(Action<int> quit) => new(quit, isListening: false);

    /// <summary>Somebody pressed Ctrl-C.</summary>
    public void Hit()
    {
        if (Interlocked.Increment(ref _count) == 2)
            _quit(ExitCodes.Interrupted);
    }

    /// <inheritdoc/>
    public void Dispose() => _registration?.Dispose();
}
