using Grpc.Core;
using RailOps.Server.Health;

namespace RailOps.Server.Reflection;

/// <summary>Answers questions one by one until the client ends the stream or the server stops.</summary>
/// <param name="lifetime">Says when the server stops.</param>
internal sealed class ReflectionConversation(IHostApplicationLifetime lifetime)
{
    /// <summary>Reads, answers and writes.</summary>
    /// <exception cref="RpcException">UNAVAILABLE: the server is stopping.</exception>
    public async Task HoldAsync<TQuestion, TAnswer>(
        IAsyncStreamReader<TQuestion> questions, IServerStreamWriter<TAnswer> answers, Func<TQuestion, TAnswer> answer)
        where TQuestion : class
        where TAnswer : class
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStopping.Register(() => stopping.TrySetResult());
        while (await NextAsync(questions, stopping.Task))
            await answers.WriteAsync(answer(questions.Current));
    }

    private static async Task<bool> NextAsync<T>(IAsyncStreamReader<T> questions, Task stopping)
        where T : class
    {
        var next = questions.MoveNext();
        if (await Task.WhenAny(next, stopping) == next)
            return await next;
        throw Drain.Error();
    }
}
