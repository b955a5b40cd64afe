namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>A clock that stands still and tells how often it was looked at; or, with a step, goes on by it at every look.</summary>
internal sealed class WatchedClock(Action<long> looked, long step = 0) : TimeProvider
{
    private long _lookCount;

    public long LookCount => Interlocked.Read(ref _lookCount);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        var count = Interlocked.Increment(ref _lookCount);
        looked(count);
        return count * step;
    }
}
