using System.Security.Cryptography;
using RailOps.Server.Hosting;

namespace RailOps.Server.Security;

/// <summary>The owner of a key and what they use now. Thread safe.</summary>
internal sealed class Caller
{
    private readonly byte[] _hash;
    private readonly TokenBucket _bucket;
    private int _callCount;

    /// <summary>Takes the key's line; limits that it does not state are the server's.</summary>
    public Caller(ApiKeyLine key, ServerOptions options, TimeProvider time)
    {
        Key = key;
        _hash = Convert.FromHexString(key.HashHex);
        RequestsPerSecond = key.RequestsPerSecond ?? options.RequestsPerSecondPerKey;
        MostConcurrentCalls = key.ConcurrentCalls ?? options.ConcurrentCallsPerKey;
        _bucket = new TokenBucket(RequestsPerSecond, time);
    }

    /// <summary>The line of the key.</summary>
    public ApiKeyLine Key { get; }

    /// <summary>Limit of the rate.</summary>
    public int RequestsPerSecond { get; }

    /// <summary>Limit of calls at the same time.</summary>
    public int MostConcurrentCalls { get; }

    /// <summary>True: the hash is that of this key. Takes the same time wherever they differ.</summary>
    public bool Has(byte[] hash) => CryptographicOperations.FixedTimeEquals(_hash, hash);

    /// <summary>Takes one request from the rate.</summary>
    /// <returns>How long to wait; zero: taken.</returns>
    public TimeSpan TakeRequest() => _bucket.Take();

    /// <summary>Begins a call if another is allowed; then <see cref="EndCall"/> must follow.</summary>
    public bool TryBeginCall()
    {
        if (Interlocked.Increment(ref _callCount) <= MostConcurrentCalls)
            return true;
        EndCall();
        return false;
    }

    /// <summary>Ends a call that was begun.</summary>
    public void EndCall() => Interlocked.Decrement(ref _callCount);
}
