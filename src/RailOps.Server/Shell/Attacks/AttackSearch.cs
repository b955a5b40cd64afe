using System.CommandLine;
using Google.Protobuf;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Commands;
using RailOps.Server.Shell.Graphs;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Attacks;

/// <summary>
/// Puts a question that is answered by a search or by random draws, with one live line of where it stands: the first Ctrl-C stops the search and shows the
/// best found, the second ends the process.
/// </summary>
internal sealed class AttackSearch(ShellEnvironment environment, ConnectionOptions connection, SearchOptions search)
{
    // What answering takes beside the search itself, on top of its time limit.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Asks, and shows the answer as JSON or through <paramref name="show"/>.</summary>
    /// <returns>The exit code: 4 if the search was stopped before its end.</returns>
    public async Task<int> AskAsync<T>(
        ParseResult parsed,
        Func<IRailOpsClient, SearchFollower, CancellationToken, Task<T>> ask,
        Func<T, (SolveSummary Solve, string Certificate)> proofOf,
        Action<Report, T> show,
        CancellationToken stop)
        where T : class, IMessage
    {
        using var interrupts = InterruptWatch.Start(environment);
        var isDone = true;
        var limit = search.ReadLimits(parsed, environment.Time).TimeLimit;
        var exitCode = await new Question(environment, connection).RunAsync(
            parsed,
            async (client, token) =>
            {
                var answer = await FollowAsync(client, ask, stop, token);
                var (solve, certificate) = proofOf(answer);
                isDone = solve.Termination is Termination.Optimal or Termination.Sampled or Termination.WithinTolerance;
                Deliver(parsed, answer, certificate, show);
            },
            CancellationToken.None,
            limit + Grace);
        return exitCode == ExitCodes.Success && !isDone ? ExitCodes.OutOfTime : exitCode;
    }

    private async Task<T> FollowAsync<T>(
        IRailOpsClient client, Func<IRailOpsClient, SearchFollower, CancellationToken, Task<T>> ask, CancellationToken stop, CancellationToken token)
    {
        using var line = new SearchLine(environment);
        var progress = line.Listen<SearchProgress>(at => SearchLine.Facts(
            $"{Figures.Whole(at.Best)} {at.Unit}", $"{Figures.Whole(at.Bound)}", at.GapRatio, at.SearchNodeCount));
        // On a thread of its own, so that Ctrl-C is heard while this process searches.
        return await Task.Run(() => ask(client, new SearchFollower(progress, stop) { Draws = line.Listen<SampleProgress>(DrawFacts) }, token), token);
    }

    private static string DrawFacts(SampleProgress at)
    {
        var band = at.SustainedDivisionCount;
        var trials = at.TrialCount > 0 ? $", tornado {at.TrialsDone} of {at.TrialCount}" : "";
        return $"{Figures.Whole(at.DrawsDone)} of {Figures.Counted(at.DrawCount, "draw")}{trials}, divisions {band.P10} / {band.P50} / {band.P90}";
    }

    private void Deliver<T>(ParseResult parsed, T answer, string certificate, Action<Report, T> show)
        where T : class, IMessage
    {
        var file = search.ReadCertificateFile(parsed) is { } typed ? Path.GetFullPath(typed, environment.CurrentDirectory) : null;
        if (file is not null && certificate.Length > 0)
            WholeFile.Write(file, writer => writer.Write(certificate));
        if (search.WantsJson(parsed))
        {
            Json.Write(environment.Output, answer);
            return;
        }

        var report = new Report(environment.Output, environment.Style);
        show(report, answer);
        if (file is not null)
            report.Line(certificate.Length == 0 ? "No certificate was written: there is no proof." : $"Wrote the certificate to {file}.");
    }
}
