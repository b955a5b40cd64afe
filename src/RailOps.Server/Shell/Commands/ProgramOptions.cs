using System.CommandLine;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Attacks;

namespace RailOps.Server.Shell.Commands;

/// <summary>Which model <c>export</c> writes as a program.</summary>
internal sealed class ProgramOptions
{
    private readonly Option<string> _model = new("--model")
    {
        HelpName = "max-flow|by-class|attack",
        Description = "With mps and lp: the most that can come to all fronts, supply by class, or the attacks that leave least (Wood's program; names its means with --resource).",
        DefaultValueFactory = _ => "max-flow",
    };

    private readonly Option<string> _goal = new("--goal")
    {
        HelpName = "tonnes|divisions",
        Description = "With --model by-class: most tonnes (linear) or the weighted sum of whole divisions (mixed-integer).",
        DefaultValueFactory = _ => "tonnes",
    };

    private readonly Option<bool> _fleet = new("--fleet") { Description = "With --model by-class: wagons and locomotives limit too." };

    private readonly Option<string?> _attacker = new("--attacker") { HelpName = "SIDE", Description = "With --model attack: the attacker (default: the opponent)." };

    private readonly Option<string[]> _resources = new("--resource")
    {
        HelpName = "NAME=COUNT",
        Description = "With --model attack: what the attacker may spend; once for each resource.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Accepts the words of the options only.</summary>
    public ProgramOptions()
    {
        _model.AcceptOnlyFromAmong("max-flow", "by-class", "attack");
        _goal.AcceptOnlyFromAmong("tonnes", "divisions");
        AttackOptions.RequireBudgets(_resources);
    }

    /// <summary>Whether a form is one of a program.</summary>
    public static bool IsProgram(string format) => format is "mps" or "lp";

    /// <summary>Adds the options to a command; they need a form of a program.</summary>
    public void AddTo(Command command, Option<string> format)
    {
        Option[] all = [_model, _goal, _fleet, _attacker, _resources];
        foreach (var option in all)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            foreach (var option in all.Where(o => result.GetResult(o) is { Implicit: false } && !IsProgram(result.GetValue(format) ?? "")))
                result.AddError($"{option.Name} is for --format mps and lp only.");
        });
    }

    /// <summary>The question as typed.</summary>
    public ExportProgramRequest Read(
        ParseResult parsed, ScenarioOptions situation, Argument<string> timeline, LevelOption level, PolicyOptions policy, Option<string> format)
    {
        var scenario = situation.Read(parsed, parsed.GetRequiredValue(timeline));
        var request = new ExportProgramRequest { Format = parsed.GetValue(format) == "lp" ? ProgramFormat.Lp : ProgramFormat.Mps };
        switch (parsed.GetValue(_model))
        {
            case "by-class":
                request.ByClass = new ClassModel
                {
                    Scenario = scenario,
                    Level = level.Read(parsed),
                    Posture = policy.ReadPosture(parsed),
                    FleetLimited = parsed.GetValue(_fleet),
                    Goal = parsed.GetValue(_goal) == "divisions" ? ClassGoal.Divisions : ClassGoal.Tonnes,
                };
                break;
            case "attack":
                request.Attack = new AttackQuestion { Scenario = scenario, Posture = policy.ReadPosture(parsed), Attacker = parsed.GetValue(_attacker) ?? "" };
                request.Attack.Resources.Add((parsed.GetValue(_resources) ?? []).Select(text => AttackOptions.Budget(text)!));
                break;
            default:
                request.MaxFlow = new MaxFlowModel { Scenario = scenario, Level = level.Read(parsed), Posture = policy.ReadPosture(parsed) };
                break;
        }

        return request;
    }
}
