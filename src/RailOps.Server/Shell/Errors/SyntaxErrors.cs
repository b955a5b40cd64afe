using System.CommandLine;
using System.CommandLine.Invocation;

namespace RailOps.Server.Shell.Errors;

/// <summary>Tells what on the command line was not understood, with the nearest known words.</summary>
internal static class SyntaxErrors
{
    /// <summary>Writes the errors of <paramref name="parsed"/> to <paramref name="error"/>.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(TextWriter error, ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var message = string.Join(" ", parsed.Errors.Select(fault => fault.Message));
        if (arguments.Contains("--json", StringComparer.Ordinal))
            return ErrorReport.Write(error, Faults.BadInput("arguments", "COMMAND_LINE_MALFORMED", message).Status, json: true);
        var action = parsed.Action as ParseErrorAction ?? new ParseErrorAction();
        action.ShowHelp = false;
        parsed.InvocationConfiguration.Output = error;
        parsed.InvocationConfiguration.Error = error;
        action.Invoke(parsed);
        error.WriteLine(Advice(parsed));
        return ExitCodes.BadInput;
    }

    private static string Advice(ParseResult parsed) => parsed.CommandResult.Command is RootCommand
        ? "See: railops help"
        : $"See: railops help {parsed.CommandResult.Command.Name}";
}
