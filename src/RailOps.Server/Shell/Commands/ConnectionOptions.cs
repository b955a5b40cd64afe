using System.CommandLine;
using System.Globalization;
using RailOps.Server.Shell.Clients;

namespace RailOps.Server.Shell.Commands;

/// <summary>The options that every question has: whom to ask, how long to wait, in which form to answer.</summary>
internal sealed class ConnectionOptions(ShellEnvironment environment)
{
    private readonly Option<string?> _server = new("--server")
    {
        HelpName = "HOST:PORT",
        Description = "Ask a running server instead of answering in this process.",
    };

    private readonly Option<string?> _data = new("--data")
    {
        HelpName = "DIR",
        Description = "Folder of the data files (default: RAILOPS_DATA, else the nearest folder networks).",
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        HelpName = "SECONDS",
        Description = "Wait this long for the answer.",
        DefaultValueFactory = _ => 30,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the whole answer as JSON and nothing else." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withJson">False: the command has a form of its own.</param>
    public void AddTo(Command command, bool withJson = true)
    {
        command.Options.Add(_server);
        command.Options.Add(_data);
        command.Options.Add(_timeout);
        if (withJson)
            command.Options.Add(_json);
        _timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !IsTimeLimit(result.Tokens[0].Value))
                result.AddError($"--timeout \"{result.Tokens[0].Value}\" should be more than 0 and at most 86400 seconds.");
        });
    }

    /// <summary>The option <c>--json</c>, for commands that share it.</summary>
    public Option<bool> Json => _json;

    /// <summary>True: answers and errors are wanted as JSON.</summary>
    public bool WantsJson(ParseResult parsed) => parsed.GetResult(_json) is not null && parsed.GetValue(_json);

    /// <summary>Whom to ask.</summary>
    public ConnectionSettings Read(ParseResult parsed) => new(
        parsed.GetValue(_server),
        DataDirectory.Find(parsed.GetValue(_data), environment),
        TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        ClientCredentials.Read(environment.Variable));

    private static bool IsTimeLimit(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400;
}
