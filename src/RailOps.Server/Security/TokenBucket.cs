namespace RailOps.Server.Security;

/// <summary>
/// Limits a rate and lets short bursts pass: tokens come in evenly up to a second's worth, each request takes one. The limiter of the
/// framework is not used because it takes no clock and rounds the wait it reports to whole periods. Thread safe.
/// </summary>
/// <param name="perSecond">Tokens a second, and the most it holds; more than 0.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokenCount = perSecond;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Takes a token if there is one.</summary>
    /// <returns>How long until there is one; zero: taken.</returns>
    public TimeSpan Take()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _tokenCount = Math.Min(perSecond, _tokenCount + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            if (_tokenCount < 1)
                return TimeSpan.FromSeconds((1 - _tokenCount) / perSecond);
            _tokenCount--;
            return TimeSpan.Zero;
        }
    }
}
