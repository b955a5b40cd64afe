namespace RailOps.Server.Shell.Rendering;

/// <summary>
/// One line on the error stream that says how far a search is, written over at most four times a second; nothing if the stream is not
/// a terminal. Dispose takes the line away, before the answer is written. May be told from any thread.
/// </summary>
internal sealed class SearchLine : IDisposable
{
    /// <summary>Time between two drawings; also the time that a search may take without any.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private const int WidthColumns = 79;
    private const string Advice = "  Ctrl-C: stop here";
    private readonly TextWriter _error;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private Func<string> _facts = () => "searching";
    private int _drawnLength;
    private bool _isOver;

    /// <summary>Begins to measure time, and to draw if somebody watches.</summary>
    public SearchLine(ShellEnvironment environment)
    {
        (_error, _time) = (environment.Error, environment.Time);
        _start = _time.GetTimestamp();
        _timer = environment.IsErrorTerminal ? _time.CreateTimer(_ => Draw(), state: null, Period, Period) : null;
    }

    /// <summary>What the line is to say from now on; asked when it is drawn, so that telling costs nothing.</summary>
    /// <param name="facts">Makes the text, without the time.</param>
    public void Tell(Func<string> facts)
    {
        lock (_gate)
            _facts = facts;
    }

    /// <summary>A listener for a solver, which is heard on the thread that reports.</summary>
    /// <typeparam name="T">What the solver reports.</typeparam>
    /// <param name="facts">The text of a report.</param>
    public IProgress<T> Listen<T>(Func<T, string> facts) => new Listener<T>(report => Tell(() => facts(report)));

    /// <summary>The usual facts of a search, in the order in which they are read.</summary>
    /// <param name="best">Value of the best answer so far, as text.</param>
    /// <param name="bound">The bound, as text.</param>
    /// <param name="gapRatio">The gap, 0 to 1.</param>
    /// <param name="searchNodeCount">Nodes of the search tree.</param>
    public static string Facts(string best, string bound, double gapRatio, long searchNodeCount) =>
        $"best {best}, bound {bound}, gap {Figures.Gap(gapRatio)}, {Figures.Counted(searchNodeCount, "search node")}";

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            if (!_isOver && _drawnLength > 0)
                _error.Write($"\r{new string(' ', _drawnLength)}\r");
            _isOver = true;
        }
    }

    private void Draw()
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            var text = $"{_facts()}, {Figures.Elapsed(_time.GetElapsedTime(_start))}";
            text = text.Length + Advice.Length <= WidthColumns ? text + Advice : text[..Math.Min(text.Length, WidthColumns)];
            _error.Write($"\r{text.PadRight(_drawnLength)}");
            _error.Flush();
            _drawnLength = text.Length;
        }
    }

    private sealed class Listener<T>(Action<T> hear) : IProgress<T>
    {
        public void Report(T value) => hear(value);
    }
}
