using Grpc.Core;
using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using RailOps.Server.Mapping;
using RailOps.Server.Security;

namespace RailOps.Server.Services;

/// <summary>Runs a question that takes its time as a stream: where it stands, then its answer; it has a name by which it can be stopped.</summary>
public sealed class StreamedSearch
{
    private const int LongestSearchId = 64;

    private readonly SolveRunner _runner;
    private readonly RunningSearches _searches;
    private readonly TimeProvider _time;

    /// <summary>Takes what it needs.</summary>
    /// <param name="runner">Queues, limits and measures.</param>
    /// <param name="searches">The searches that can be stopped by name.</param>
    /// <param name="time">Clock for deadlines and progress.</param>
    public StreamedSearch(SolveRunner runner, RunningSearches searches, TimeProvider time)
    {
        _runner = runner;
        _searches = searches;
        _time = time;
    }

    /// <summary>Who asks: a search can be stopped only by its owner.</summary>
    /// <param name="context">The call.</param>
    /// <returns>The owner; empty without keys.</returns>
    internal static string OwnerOf(ServerCallContext context) =>
        context.GetHttpContext().Items.TryGetValue(AccessMiddleware.OwnerItem, out var owner) ? owner as string ?? "" : "";

    /// <summary>Runs a search.</summary>
    /// <typeparam name="TMessage">Message of the stream.</typeparam>
    /// <typeparam name="TState">Where it stands.</typeparam>
    /// <typeparam name="TResult">Its answer.</typeparam>
    /// <param name="problemType">Kind of question, for example <c>interdict</c>.</param>
    /// <param name="limits">Limits as sent, or null.</param>
    /// <param name="writer">The stream.</param>
    /// <param name="context">The call.</param>
    /// <param name="solve">Answers; told who listens, how long it may take and what stops it, and what cancels it.</param>
    /// <param name="summaryOf">Where the answer says how it was solved.</param>
    /// <param name="resultMessage">The last message.</param>
    /// <param name="progressMessage">The other messages.</param>
    internal async Task RunAsync<TMessage, TState, TResult>(
        string problemType,
        SearchLimits? limits,
        IServerStreamWriter<TMessage> writer,
        ServerCallContext context,
        Func<IProgress<TState>, SearchControl, CancellationToken, TResult> solve,
        Func<TResult, SolveSummary?> summaryOf,
        Func<TResult, TMessage> resultMessage,
        Func<TState, TimeSpan, TMessage> progressMessage)
    {
        var id = limits?.SearchId ?? "";
        RequireId(id);
        using var entry = _searches.Enter(OwnerOf(context), id);
        await SearchStream.RunAsync<TMessage, TState>(
            writer,
            async listener => resultMessage(await _runner.RunAsync(
                problemType,
                token => solve(listener, SearchControl.None with { TimeLeft = TimeLeft(context), Stop = entry.Stop }, token),
                summaryOf,
                context.CancellationToken)),
            progressMessage,
            _time,
            context.CancellationToken);
    }

    // Looked at when the solve begins, so that waiting in the queue counts.
    private TimeSpan? TimeLeft(ServerCallContext context) =>
        context.Deadline == DateTime.MaxValue ? null : context.Deadline - _time.GetUtcNow().UtcDateTime;

    private static void RequireId(string id)
    {
        if (id.Length <= LongestSearchId && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return;
        var problems = new RequestProblems();
        var told = id.Length > LongestSearchId ? id[..LongestSearchId] : id;
        problems.Add(
            ErrorReasons.SearchIdInvalid, "limits.search_id", told,
            $"limits.search_id is '{told}', but should be at most {LongestSearchId} letters, digits and hyphens.");
        problems.ThrowIfAny();
    }
}
