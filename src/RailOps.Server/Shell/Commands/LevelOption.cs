using System.CommandLine;
using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Commands;

/// <summary>Which of the three values of each figure counts.</summary>
internal sealed class LevelOption
{
    private readonly Option<string> _level = new("--level")
    {
        HelpName = "low|best|high",
        Description = "Which of the three values of each capacity counts.",
        DefaultValueFactory = _ => "best",
    };

    /// <summary>Accepts the three words only.</summary>
    public LevelOption() => _level.AcceptOnlyFromAmong("low", "best", "high");

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(_level);

    /// <summary>The level asked for.</summary>
    public EstimateLevel Read(ParseResult parsed) => parsed.GetValue(_level) switch
    {
        "low" => EstimateLevel.Low,
        "high" => EstimateLevel.High,
        _ => EstimateLevel.Best,
    };
}
