using System.Collections.Concurrent;
using Grpc.Core;
using RailOps.Server.Errors;

namespace RailOps.Server.Services;

/// <summary>The searches that run and have a name, so that another call can stop them. Thread safe.</summary>
public sealed class RunningSearches
{
    private readonly ConcurrentDictionary<(string Owner, string Id), CancellationTokenSource> _running = new();

    /// <summary>Enters a search.</summary>
    /// <param name="owner">Who asked: searches of others cannot be stopped.</param>
    /// <param name="id">Its name; empty: it cannot be stopped by name.</param>
    /// <returns>What ends it; dispose it when the search is over.</returns>
    /// <exception cref="RpcException">ALREADY_EXISTS: a search of that name is running.</exception>
    internal Entry Enter(string owner, string id)
    {
        var source = new CancellationTokenSource();
        if (id.Length == 0 || _running.TryAdd((owner, id), source))
            return new Entry(this, (owner, id), source);
        source.Dispose();
        throw RpcErrors.Create(
            StatusCode.AlreadyExists, ErrorReasons.SearchIdTaken, $"A search named '{id}' is running; choose another name, or stop it first.",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["field"] = "limits.search_id", ["value"] = id });
    }

    /// <summary>Stops a search; its stream then gives the best answer found.</summary>
    /// <param name="owner">Who asks.</param>
    /// <param name="id">Its name.</param>
    /// <exception cref="RpcException">NOT_FOUND: none of that name is running.</exception>
    internal void Stop(string owner, string id)
    {
        if (!_running.TryGetValue((owner, id), out var source))
        {
            throw RpcErrors.Create(
                StatusCode.NotFound, ErrorReasons.SearchUnknown, $"No search named '{id}' is running. It may be over; names are those of SearchLimits.search_id.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["field"] = "search_id", ["value"] = id });
        }

        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended in this very moment, which is what was asked for.
        }
    }

    /// <summary>One search that runs.</summary>
    internal sealed class Entry(RunningSearches all, (string Owner, string Id) key, CancellationTokenSource source) : IDisposable
    {
        /// <summary>Raised when the search is to stop.</summary>
        public CancellationToken Stop => source.Token;

        /// <summary>The search is over.</summary>
        public void Dispose()
        {
            if (key.Id.Length > 0)
                all._running.TryRemove(new KeyValuePair<(string, string), CancellationTokenSource>(key, source));
            source.Dispose();
        }
    }
}
