using System.CommandLine;
using System.CommandLine.Invocation;
using RailOps.Server.Shell.Commands;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell;

/// <summary>The command line: finds the command, runs it, and says how the process ends.</summary>
internal sealed class RailOpsShell(ShellEnvironment environment)
{
    /// <summary>Longer than a server takes to let open calls end.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>The shell of this process, with its console and its folders.</summary>
    public static RailOpsShell ForThisProcess() => new(ProcessEnvironment.Make());

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What was typed after the name of the program.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var configuration = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToStop,
        };
        var parsed = MakeRoot(configuration).Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            return SyntaxErrors.Write(environment.Error, parsed, arguments);
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Unexpected(fault, arguments);
        }
    }

    /// <summary>Tells of a fault of our own in one sentence; the stack only to who asks for it.</summary>
    private int Unexpected(Exception fault, string[] arguments)
    {
        var told = Faults.Other(
            CallCodes.Internal,
            "UNEXPECTED",
            $"This is a fault of RailOps, not of the question: {fault.Message.ReplaceLineEndings(" ")} " +
            "Please report it with the command line; RAILOPS_DEBUG=1 shows where it arose.",
            fault);
        var exitCode = ErrorReport.Write(environment.Error, told.Status, arguments.Contains("--json", StringComparer.Ordinal));
        if (environment.Variable("RAILOPS_DEBUG") == "1")
            environment.Error.WriteLine(fault);
        return exitCode;
    }

    private RootCommand MakeRoot(InvocationConfiguration configuration)
    {
        var root = new RootCommand("RailOps: what a rail network can carry, how many divisions it can sustain, and what stops more.");
        root.Subcommands.Add(AssessCommand.Make(environment));
        root.Subcommands.Add(CompareCommand.Make(environment));
        root.Subcommands.Add(RankCommand.Make(environment));
        root.Subcommands.Add(MeansCommand.Make(environment));
        root.Subcommands.Add(UncertaintyCommand.Make(environment));
        root.Subcommands.Add(MaxFlowCommand.Make(environment));
        root.Subcommands.Add(InterdictCommand.Make(environment));
        root.Subcommands.Add(FrontierCommand.Make(environment));
        root.Subcommands.Add(FortifyCommand.Make(environment));
        root.Subcommands.Add(CatalogCommands.MakeTimelines(environment));
        root.Subcommands.Add(CatalogCommands.MakeScenarios(environment));
        root.Subcommands.Add(CatalogCommands.MakeNetworks(environment));
        root.Subcommands.Add(CatalogCommands.MakeFormations(environment));
        root.Subcommands.Add(ExportCommand.Make(environment));
        root.Subcommands.Add(ServeCommand.Make(environment));
        root.Subcommands.Add(HealthCommand.Make(environment));
        root.Subcommands.Add(KeysCommand.Make(environment));
        root.Subcommands.Add(CheckCommand.Make(environment));
        root.Subcommands.Add(BacktestCommand.Make(environment));
        root.Subcommands.Add(DoctorCommand.Make(environment));
        root.Subcommands.Add(VersionCommand.Make(environment));
        root.Subcommands.Add(HelpCommand.Make(root, configuration));
        return root;
    }
}
