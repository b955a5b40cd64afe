using System.CommandLine;
using Google.Protobuf;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary>Puts one question, prints the answer or the failure, and says how the process ends.</summary>
internal sealed class Question(ShellEnvironment environment, ConnectionOptions connection)
{
    /// <summary>Asks, and shows the answer as JSON or through <paramref name="show"/>.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> AskAsync<T>(
        ParseResult parsed,
        Func<IRailOpsClient, CancellationToken, Task<T>> ask,
        Action<Report, T> show,
        CancellationToken cancellationToken)
        where T : IMessage =>
        RunAsync(
            parsed,
            async (client, token) =>
            {
                var answer = await ask(client, token);
                if (connection.WantsJson(parsed))
                    Json.Write(environment.Output, answer);
                else
                    show(new Report(environment.Output, environment.Style), answer);
            },
            cancellationToken);

    /// <summary>Connects, runs <paramref name="work"/> within the time limit and turns failures into messages.</summary>
    /// <returns>The exit code.</returns>
    /// <param name="parsed">What was typed.</param>
    /// <param name="work">What to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="atLeast">Time that the work may take whatever was typed; null: only what was typed.</param>
    public async Task<int> RunAsync(
        ParseResult parsed, Func<IRailOpsClient, CancellationToken, Task> work, CancellationToken cancellationToken, TimeSpan? atLeast = null)
    {
        var settings = connection.Read(parsed);
        if (atLeast > settings.Timeout)
            settings = settings with { Timeout = atLeast.Value };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Timeout);
        try
        {
            await using var client = await environment.ConnectAsync(settings, limit.Token);
            await work(client, limit.Token);
            return ExitCodes.Success;
        }
        catch (CallFailedException failure)
        {
            return Tell(parsed, failure.Status.Code == CallCodes.Cancelled ? Stopped(settings, failure, cancellationToken) : failure);
        }
        catch (OperationCanceledException canceled)
        {
            return Tell(parsed, Stopped(settings, canceled, cancellationToken));
        }
    }

    private int Tell(ParseResult parsed, CallFailedException failure) =>
        ErrorReport.Write(environment.Error, failure.Status, connection.WantsJson(parsed));

    private static CallFailedException Stopped(ConnectionSettings settings, Exception cause, CancellationToken keyboard) =>
        keyboard.IsCancellationRequested ? Interrupted(cause) : OutOfTime(settings, cause);

    private static CallFailedException Interrupted(Exception cause) =>
        Faults.Other(CallCodes.Cancelled, "INTERRUPTED", "Stopped from the keyboard before the answer was there.", cause);

    private static CallFailedException OutOfTime(ConnectionSettings settings, Exception cause) => Faults.Other(
        CallCodes.DeadlineExceeded,
        "DEADLINE_EXCEEDED",
        $"No answer within {Figures.Exact(settings.Timeout.TotalSeconds)} s. Allow more with --timeout SECONDS.",
        cause);
}
