namespace Grpc.Core;

/// <summary>A way to a server.</summary>
/// <param name="target">Host and port.</param>
public abstract class ChannelBase(string target)
{
    /// <summary>Host and port.</summary>
    public string Target { get; } = target ?? throw new ArgumentNullException(nameof(target));

    /// <summary>Makes what sends the calls.</summary>
    /// <returns>The invoker.</returns>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends all calls and closes.</summary>
    /// <returns>Ends when closed.</returns>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Ends all calls and closes.</summary>
    /// <returns>Ends when closed.</returns>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
