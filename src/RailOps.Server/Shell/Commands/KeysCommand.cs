using System.CommandLine;
using System.Globalization;
using RailOps.Model.Formats;
using RailOps.Server.Security;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Errors;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>keys</c>: makes, lists and removes the API keys of a server. Only hashes are kept.</summary>
internal sealed class KeysCommand
{
    private const string DefaultFile = "railops.keys";
    private readonly ShellEnvironment _environment;
    private readonly Option<string?> _file = new("--file") { HelpName = "FILE", Description = $"The file of keys (default: RAILOPS_KEYS, else {DefaultFile} here)." };
    private readonly Argument<string> _name = new("NAME") { Description = "Whose key: small letters, digits and hyphens." };

    private KeysCommand(ShellEnvironment environment) => _environment = environment;

    /// <summary>Makes the command.</summary>
    public static Command Make(ShellEnvironment environment)
    {
        var command = new Command("keys", "Make, list and remove the API keys that a server asks for (serve --keys).");
        command.Subcommands.Add(new KeysCommand(environment).MakeAdd());
        command.Subcommands.Add(new KeysCommand(environment).MakeList());
        command.Subcommands.Add(new KeysCommand(environment).MakeRemove());
        return command;
    }

    private Command MakeAdd()
    {
        var rate = new Option<int?>("--requests-per-second") { HelpName = "N", Description = "This key's own limit instead of the server's." };
        var calls = new Option<int?>("--concurrent-calls") { HelpName = "N", Description = "This key's own limit instead of the server's." };
        var command = new Command("add", "Make a key, print it this once, and add its hash to the file.") { _name, _file, rate, calls };
        command.SetAction(parsed => Run(() => Add(PathOf(parsed), parsed.GetValue(_name)!, parsed.GetValue(rate), parsed.GetValue(calls))));
        return command;
    }

    private Command MakeList()
    {
        var command = new Command("list", "Show names and limits.") { _file };
        command.SetAction(parsed => Run(() => List(PathOf(parsed))));
        return command;
    }

    private Command MakeRemove()
    {
        var command = new Command("remove", "Take a key out of the file; a running server refuses it within a second.") { _name, _file };
        command.SetAction(parsed => Run(() => Remove(PathOf(parsed), parsed.GetValue(_name)!)));
        return command;
    }

    private void Add(string path, string name, int? rate, int? calls)
    {
        if (!ApiKeyLine.IsName(name))
            throw Faults.BadInput("NAME", "KEY_NAME_INVALID", $"The name \"{name}\" should have 1 to 63 small letters, digits and hyphens.");
        if (rate is < 1 or > ApiKeyLine.MostRequestsPerSecond || calls is < 1)
            throw Faults.BadInput("limits", "KEY_LIMIT_INVALID", $"Limits should be at least 1, and a rate at most {ApiKeyLine.MostRequestsPerSecond} a second.");
        if (File.Exists(path) && Read(path).Any(key => key.Name == name))
            throw Faults.BadInput("NAME", "KEY_NAME_TAKEN", $"{path} has a key \"{name}\" already. Choose another name, or remove that one first.");
        var secret = ApiKeySecret.Make();
        ApiKeyFile.Append(path, new ApiKeyLine(name, ApiKeySecret.HashHex(secret), rate, calls));
        _environment.Output.WriteLine(secret);
        _environment.Error.WriteLine($"Added \"{name}\" to {path}. The key is shown this once; the file has only its hash.");
    }

    private void List(string path)
    {
        var keys = Read(path);
        new Report(_environment.Output, _environment.Style).Table(
            ["|Name", ">Requests a second", ">Calls at a time"], keys.Select(key => new[] { key.Name, Limit(key.RequestsPerSecond), Limit(key.ConcurrentCalls) }));
    }

    private void Remove(string path, string name)
    {
        var keys = Read(path);
        if (!ApiKeyFile.Remove(path, name))
            throw Unknown(path, name, keys);
        _environment.Output.WriteLine($"Removed \"{name}\" from {path}.");
    }

    private static CallFailedException Unknown(string path, string name, IReadOnlyList<ApiKeyLine> keys)
    {
        var near = NearestMatch.Find(name, keys.Select(key => key.Name));
        var hint = near is null ? $"It has: {string.Join(", ", keys.Select(key => key.Name))}." : $"Did you mean \"{near}\"?";
        return Faults.Other(CallCodes.NotFound, "KEY_NAME_UNKNOWN", $"{path} has no key \"{name}\". {hint}");
    }

    private static IReadOnlyList<ApiKeyLine> Read(string path)
    {
        var problems = new List<string>();
        return ApiKeyFile.Read(path, problems) ?? throw Faults.BadInput("--file", "KEY_FILE_UNUSABLE", string.Join(" ", problems));
    }

    private static string Limit(int? limit) => limit?.ToString(CultureInfo.InvariantCulture) ?? "as the server";

    private string PathOf(ParseResult parsed) =>
        Path.GetFullPath(parsed.GetValue(_file) ?? _environment.Variable("RAILOPS_KEYS") ?? DefaultFile, _environment.CurrentDirectory);

    private int Run(Action work)
    {
        try
        {
            work();
            return ExitCodes.Success;
        }
        catch (CallFailedException failure)
        {
            return ErrorReport.Write(_environment.Error, failure.Status, json: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ErrorReport.Write(_environment.Error, Faults.BadInput("--file", "KEY_FILE_UNUSABLE", fault.Message).Status, json: false);
        }
    }
}
