using Google.Protobuf;
using Google.Protobuf.Reflection;
using RailOps.Contracts.Rpc;

namespace RailOps.Server.Shell.Errors;

/// <summary>Tells a failure on the error stream: one message for people, or the whole status as JSON.</summary>
internal static class ErrorReport
{
    private const int MostViolations = 50;

    private static readonly TypeRegistry Details =
        TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, ResourceInfo.Descriptor, RetryInfo.Descriptor);

    /// <summary>Writes <paramref name="status"/> and returns the exit code that belongs to it.</summary>
    public static int Write(TextWriter error, Status status, bool json)
    {
        if (json)
            error.WriteLine(new JsonFormatter(JsonFormatter.Settings.Default.WithIndentation().WithTypeRegistry(Details)).Format(status));
        else
            WriteForPeople(error, status);
        return CallCodes.ToExitCode(status.Code);
    }

    private static void WriteForPeople(TextWriter error, Status status)
    {
        error.WriteLine($"railops: {status.Message}");
        var violations = Find<BadRequest>(status).SelectMany(request => request.FieldViolations).ToList();
        foreach (var violation in violations.Take(MostViolations))
            error.WriteLine(Describe(status, violation));
        if (violations.Count > MostViolations)
            error.WriteLine($"  ... and {violations.Count - MostViolations} more (--json shows all).");
        foreach (var suggestion in Suggestions(status))
            error.WriteLine($"  Did you mean \"{suggestion}\"?");
        foreach (var retry in Find<RetryInfo>(status).Where(retry => retry.RetryDelay is not null))
            error.WriteLine($"  Try again in {Math.Ceiling(retry.RetryDelay.ToTimeSpan().TotalSeconds):0} s.");
    }

    private static string Describe(Status status, BadRequest.Types.FieldViolation violation) =>
        status.Message.Contains(violation.Description, StringComparison.Ordinal)
            ? $"  in {violation.Field}"
            : $"  in {violation.Field}: {violation.Description}";

    /// <summary>Near matches that the message does not show already.</summary>
    private static IEnumerable<string> Suggestions(Status status) =>
        from info in Find<ErrorInfo>(status)
        where info.Metadata.ContainsKey("suggestion")
        let suggestion = info.Metadata["suggestion"]
        where suggestion.Length > 0 && !status.Message.Contains(suggestion, StringComparison.Ordinal)
        select suggestion;

    private static IEnumerable<T> Find<T>(Status status)
        where T : IMessage, new()
    {
        var descriptor = new T().Descriptor;
        return status.Details.Where(detail => detail.Is(descriptor)).Select(detail => detail.Unpack<T>());
    }
}
