using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Changes;

namespace RailOps.Server.Shell.Commands;

/// <summary>The options that say which situation of a timeline is meant.</summary>
internal sealed class ScenarioOptions
{
    private readonly Option<string?> _date = new("--date") { HelpName = "YYYY-MM-DD", Description = "The date (default: the timeline's own)." };
    private readonly Option<string?> _side;
    private readonly Option<string?> _scenario = new("--scenario") { HelpName = "ID", Description = "A what-if that the timeline defines; its changes come first." };
    private readonly ChangeOptions _changes = new();

    /// <summary>Takes the name of the option for the side whose supply is asked about, and what it says.</summary>
    public ScenarioOptions(string side = "--side", string description = "The side (default: the timeline's first).") =>
        _side = new(side) { HelpName = "SIDE", Description = description };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_date);
        command.Options.Add(_side);
        command.Options.Add(_scenario);
        _changes.AddTo(command);
    }

    /// <summary>The situation of <paramref name="timeline"/> that was asked for.</summary>
    public Scenario Read(ParseResult parsed, string timeline)
    {
        var scenario = new Scenario
        {
            Timeline = timeline,
            Date = parsed.GetValue(_date) ?? "",
            Side = parsed.GetValue(_side) ?? "",
            Scenario_ = parsed.GetValue(_scenario) ?? "",
        };
        scenario.Changes.AddRange(_changes.Read(parsed));
        return scenario;
    }

    /// <summary>True: at least one of these options was typed.</summary>
    public bool AnyTyped(ParseResult parsed)
    {
        var scenario = Read(parsed, "");
        return scenario.CalculateSize() > 0;
    }
}
