using System.Threading.Channels;
using Grpc.Core;

namespace RailOps.Server.Services;

/// <summary>Writes a search to a stream: where it stands, at most ten times a second, and then its answer.</summary>
internal static class SearchStream
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a search.</summary>
    /// <typeparam name="TMessage">Message of the stream.</typeparam>
    /// <typeparam name="TState">Where it stands.</typeparam>
    /// <param name="writer">The stream.</param>
    /// <param name="search">The search; reports where it stands and gives the last message.</param>
    /// <param name="progressOf">Makes a message of where it stands and how long it has taken.</param>
    /// <param name="time">Clock.</param>
    /// <param name="token">The caller's cancellation.</param>
    public static async Task RunAsync<TMessage, TState>(
        IServerStreamWriter<TMessage> writer,
        Func<IProgress<TState>, Task<TMessage>> search,
        Func<TState, TimeSpan, TMessage> progressOf,
        TimeProvider time,
        CancellationToken token)
    {
        var start = time.GetTimestamp();
        // Only the newest state matters; the solver never waits for a slow reader.
        var states = Channel.CreateBounded<TState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var answer = RunAsync(search, states.Writer);
        try
        {
            await foreach (var state in states.Reader.ReadAllAsync(token))
            {
                await writer.WriteAsync(progressOf(state, time.GetElapsedTime(start)), token);
                await Task.WhenAny(answer, Task.Delay(Pause, time, token));
            }

            await writer.WriteAsync(await answer, token);
        }
        finally
        {
            // A caller who left ends the search by the token; its name and its slot are free only when it has ended.
            await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<TMessage> RunAsync<TMessage, TState>(Func<IProgress<TState>, Task<TMessage>> search, ChannelWriter<TState> states)
    {
        try
        {
            return await search(new Listener<TState>(states));
        }
        finally
        {
            states.Complete();
        }
    }

    private sealed class Listener<TState>(ChannelWriter<TState> states) : IProgress<TState>
    {
        public void Report(TState value) => states.TryWrite(value);
    }
}
