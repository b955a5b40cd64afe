using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Commands;
using RailOps.Server.Shell.Graphs;

namespace RailOps.Server.Shell.Attacks;

/// <summary>The options that say who attacks what on a timeline, and with what.</summary>
internal sealed class AttackOptions
{
    private readonly ScenarioOptions _situation = new("--against", "The side attacked (default: the timeline's first).");
    private readonly PolicyOptions _policy = new();
    private readonly SearchOptions _search;

    private readonly Option<string?> _attacker = new("--side") { HelpName = "SIDE", Description = "The attacker (default: the opponent of the side attacked)." };

    private readonly Option<string[]> _resources = new("--resource")
    {
        HelpName = "NAME=COUNT",
        Description = "What the attacker may spend; once for each resource. List them with: railops means TIMELINE.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _excluded = new("--exclude") { HelpName = "TARGET", Description = "A link, point, station or railway that cannot be struck; may be repeated." };

    /// <summary>Takes the options of every search, which the owner adds to its command.</summary>
    public AttackOptions(SearchOptions search)
    {
        _search = search;
        RequireBudgets(_resources);
    }

    /// <summary>The timeline asked about; left out with <c>--graph</c>.</summary>
    public Argument<string?> Timeline { get; } = new("TIMELINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Timeline id (list them with: railops timelines); left out with --graph.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Timeline);
        command.Options.Add(_attacker);
        _situation.AddTo(command);
        command.Options.Add(_resources);
        command.Options.Add(_excluded);
        _policy.AddTo(command);
    }

    /// <summary>The question as typed.</summary>
    public AttackQuestion Read(ParseResult parsed)
    {
        var question = new AttackQuestion
        {
            Scenario = _situation.Read(parsed, parsed.GetValue(Timeline) ?? ""),
            Policy = _policy.ReadPolicy(parsed),
            Posture = _policy.ReadPosture(parsed),
            Attacker = parsed.GetValue(_attacker) ?? "",
        };
        question.Resources.Add((parsed.GetValue(_resources) ?? []).Select(text => Budget(text)!));
        question.ExcludedTargets.Add(parsed.GetValue(_excluded) ?? []);
        return question;
    }

    /// <summary>Time and threads as typed.</summary>
    public SearchLimits ReadLimits(ParseResult parsed, TimeProvider time)
    {
        var limits = _search.ReadLimits(parsed, time);
        return new SearchLimits { ThreadCount = limits.ThreadCount, TimeLimit = limits.TimeLimit is { } limit ? Duration.FromTimeSpan(limit) : null };
    }

    /// <summary>Refuses what is no <c>NAME=COUNT</c>.</summary>
    public static void RequireBudgets(Option<string[]> resources) => resources.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => Budget(token.Value) is null))
            result.AddError($"--resource \"{token.Value}\" should be NAME=COUNT with a whole count, for example commando-raids=2.");
    });

    /// <summary>A budget as typed, or null: it is none.</summary>
    public static ResourceBudget? Budget(string text)
    {
        var mark = text.IndexOf('=', StringComparison.Ordinal);
        return mark > 0 && long.TryParse(text[(mark + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new ResourceBudget { Resource = text[..mark], BudgetCount = count }
            : null;
    }
}
