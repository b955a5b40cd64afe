namespace RailOps.Solvers.Results;

/// <summary>Asks token and clock now and then, and remembers which of them said stop.</summary>
internal sealed class StopSignal
{
    private readonly TimeProvider? _clock;
    private readonly long _start;
    private readonly TimeSpan _limit;
    private readonly int _interval;
    private CancellationToken _token;
    private long _untilLook;

    /// <summary>A signal without a clock, to be armed with a token.</summary>
    public StopSignal() => _interval = SolveOptions.Default.CheckInterval;

    public StopSignal(SolveOptions options, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CheckInterval, 1, nameof(options));
        _interval = options.CheckInterval;
        _token = token;
        if (options.TimeLimit is { } limit)
        {
            _clock = options.TimeProvider;
            _start = options.TimeProvider.GetTimestamp();
            _limit = limit;
        }
    }

    private StopSignal(StopSignal other, CancellationToken token)
    {
        (_clock, _start, _limit, _interval) = (other._clock, other._start, other._limit, other._interval);
        _token = token;
    }

    /// <summary>The token that is looked at.</summary>
    public CancellationToken Token => _token;

    /// <summary>Unspecified until something said stop, then Stopped or TimeLimit for good.</summary>
    public Termination Reason { get; private set; }

    public bool IsRaised => Reason != Termination.Unspecified;

    public void Arm(CancellationToken token)
    {
        _token = token;
        _untilLook = 0;
        Reason = Termination.Unspecified;
    }

    /// <summary>The same limits for another thread, with a token of its own; a signal belongs to one thread.</summary>
    public StopSignal Fork(CancellationToken token) => new(this, token);

    /// <summary>Stops because a fork did.</summary>
    public void Follow(StopSignal fork) => Reason = IsRaised ? Reason : fork.Reason;

    /// <summary>Accounts for steps done; looks up when the interval is used up (and on the first call).</summary>
    public bool Spend(long steps)
    {
        _untilLook -= steps;
        return _untilLook < 0 ? Look() : IsRaised;
    }

    private bool Look()
    {
        _untilLook = _interval;
        if (!IsRaised && _token.IsCancellationRequested)
            Reason = Termination.Stopped;
        if (!IsRaised && _clock is not null && _clock.GetElapsedTime(_start) >= _limit)
            Reason = Termination.TimeLimit;
        return IsRaised;
    }
}
