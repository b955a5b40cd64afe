using System.CommandLine;
using System.Text.Json;
using Google.Protobuf;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Commands;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Rendering;
using RailOps.Solvers.Results;

namespace RailOps.Server.Shell.Graphs;

/// <summary>
/// Runs one search in this process and shows the answer: the first Ctrl-C stops the search and shows the best found, the second ends
/// the process.
/// </summary>
internal sealed class GraphRun(ShellEnvironment environment, SearchOptions options)
{
    /// <summary>Solves on a thread of its own, so that Ctrl-C is heard, and delivers.</summary>
    /// <returns>The exit code: 4 if the search was stopped before its answer was proved.</returns>
    public async Task<int> AnswerAsync(ParseResult parsed, Func<SearchLine, CancellationToken, GraphReply> solve, CancellationToken cancellationToken)
    {
        using var interrupts = InterruptWatch.Start(environment);
        try
        {
            // Not given the token: a search that is stopped has an answer.
            var reply = await Task.Run(() => Solve(solve, cancellationToken), CancellationToken.None);
            return Deliver(parsed, reply);
        }
        catch (CallFailedException failure)
        {
            return ErrorReport.Write(environment.Error, failure.Status, options.WantsJson(parsed));
        }
    }

    private GraphReply Solve(Func<SearchLine, CancellationToken, GraphReply> solve, CancellationToken cancellationToken)
    {
        using var line = new SearchLine(environment);
        return solve(line, cancellationToken);
    }

    private int Deliver(ParseResult parsed, GraphReply reply)
    {
        if (!reply.Solve.Check.IsAccepted)
            throw Faults.Other(CallCodes.Internal, "CERTIFICATE_REFUSED", $"This is a fault of RailOps: the independent check refused the answer, which is therefore not shown. {reply.Solve.Check.Problem}");
        var file = options.ReadCertificateFile(parsed) is { } typed ? Path.GetFullPath(typed, environment.CurrentDirectory) : null;
        if (file is not null && reply.Certificate is { } certificate)
            WholeFile.Write(file, writer => writer.Write(certificate));
        if (options.WantsJson(parsed))
            GraphJson.Write(environment.Output, json => WriteJson(json, reply));
        else
            Show(reply, file);
        return reply.Solve.Termination is Termination.TimeLimit or Termination.Stopped ? ExitCodes.OutOfTime : ExitCodes.Success;
    }

    private static void WriteJson(Utf8JsonWriter json, GraphReply reply)
    {
        reply.WriteJson(json);
        if (reply.Check is not { } check)
            return;
        json.WritePropertyName("crossCheck");
        json.WriteRawValue(JsonFormatter.Default.Format(check));
    }

    private void Show(GraphReply reply, string? file)
    {
        var report = new Report(environment.Output, environment.Style);
        reply.Show(report);
        CrossCheckLine.Write(report, reply.Check);
        if (file is not null)
            report.Line(reply.Certificate is null ? "No certificate was written: there is no proof." : $"Wrote the certificate to {file}.");
    }
}
