using System.CommandLine;
using System.CommandLine.Parsing;
using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Changes;

/// <summary>The options that change the situation. Their order on the command line is the order of the changes.</summary>
internal sealed class ChangeOptions
{
    private readonly List<Option<string[]>> _options =
    [
        Make("--close", "TARGET", "Nothing passes this link, station, point, railway or side any more."),
        Make("--derate", "TARGET=SHARE", "Only this share (0 to 1) of the capacity is left."),
        Make("--open", "TARGET", "An optional, unbuilt or closed link or railway carries traffic."),
        Make("--capture", "STATION[=SIDE]", "The station changes hands; without a side, to the opponent."),
        Make("--repair", "TARGET", "Damage by events or earlier changes is undone."),
        Make("--set", "TARGET.QUANTITY=VALUE", "Replace a figure, for example a link's train_pairs_per_day."),
    ];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => _options.ForEach(command.Options.Add);

    /// <summary>The changes in the order in which they were typed.</summary>
    /// <exception cref="Clients.CallFailedException">One of them cannot be read.</exception>
    public IReadOnlyList<Change> Read(ParseResult parsed)
    {
        var changes = new List<Change>();
        string? pending = null;
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
                pending = _options.Exists(option => option.Name == token.Value) ? token.Value : null;
            else if (pending is not null && token.Type == TokenType.Argument)
            {
                changes.Add(ChangeText.Parse(pending[2..], token.Value, pending));
                pending = null;
            }
        }

        return changes;
    }

    private static Option<string[]> Make(string name, string form, string description) =>
        new(name) { HelpName = form, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
