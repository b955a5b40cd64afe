using System.CommandLine;
using System.Globalization;
using RailOps.Analysis.GraphFiles;
using RailOps.Model.Formats.GraphFiles;
using RailOps.Solvers.Interdiction;

namespace RailOps.Server.Shell.Graphs;

/// <summary>The options of every search: what may be spent, how long, with how many threads, and in which form to answer.</summary>
internal sealed class SearchOptions
{
    private const int MostPlans = 1000;

    private readonly Option<string[]> _budgets = new("--budget")
    {
        HelpName = "[RESOURCE=]AMOUNT",
        Description = "What the attacker may spend; once for every resource.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>What the defender may spend.</summary>
    public Option<string?> DefenceBudget { get; } = new("--defence-budget") { HelpName = "AMOUNT", Description = "What the defender may spend on protection before the attack." };

    private readonly Option<int> _plans = new("--plans") { HelpName = "K", Description = $"The K best plans, 1 to {MostPlans}.", DefaultValueFactory = _ => 1 };

    private readonly Option<string?> _timeLimit = new("--time-limit")
    {
        HelpName = "TIME",
        Description = "Stop after this time and show the best found with its bound (exit code 4): 20s, 500ms, 5m, 1h. Default: no limit.",
    };

    private readonly Option<int> _threads = new("--threads")
    {
        HelpName = "N",
        Description = $"Threads to search with at most, 1 to {InterdictionOptions.LargestThreadCount}. Default: one for every processor. maxflow uses one.",
        DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, InterdictionOptions.LargestThreadCount),
    };

    private readonly Option<string?> _certificate = new("--certificate") { HelpName = "FILE", Description = "Write the certificate as JSON (docs/certificates.md)." };
    private readonly Option<bool> _json;
    private readonly bool _hasOwnJson;

    /// <summary>Refuses numbers that make no sense while the command line is read.</summary>
    /// <param name="json">The option <c>--json</c> that the command has already; null: one is added with the others.</param>
    public SearchOptions(Option<bool>? json = null)
    {
        (_json, _hasOwnJson) = (json ?? new Option<bool>("--json") { Description = "Print the whole answer as JSON and nothing else." }, json is null);
        RequireRange(_plans, MostPlans);
        RequireRange(_threads, InterdictionOptions.LargestThreadCount);
        Require(DefenceBudget, text => Budget(text) is { Resource: null }, "an amount of 0 to 10^15");
        Require(_timeLimit, text => DurationText.Read(text) is not null, "a time of 0 to 24 hours, for example 20s, 500ms, 5m or 1h");
        Require(_budgets, text => Budget(text) is not null, $"an amount of 0 to 10^15, or RESOURCE=AMOUNT");
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withBudget">False: nothing is attacked.</param>
    /// <param name="withPlans">True: more than one plan can be asked for.</param>
    /// <param name="withDefence">True: somebody protects first.</param>
    /// <param name="withCertificate">False: no one certificate proves the answer.</param>
    public void AddTo(Command command, bool withBudget = true, bool withPlans = false, bool withDefence = false, bool withCertificate = true)
    {
        if (withBudget)
            command.Options.Add(_budgets);
        if (withDefence)
            command.Options.Add(DefenceBudget);
        if (withPlans)
            command.Options.Add(_plans);
        command.Options.Add(_timeLimit);
        command.Options.Add(_threads);
        if (withCertificate)
            command.Options.Add(_certificate);
        if (_hasOwnJson)
            command.Options.Add(_json);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [.. OfSearchesOnly, _json];

    /// <summary>Those that only searches have.</summary>
    public IEnumerable<Option> OfSearchesOnly => [_budgets, _plans, _timeLimit, _threads, _certificate];

    /// <summary>True: answers and errors are wanted as JSON.</summary>
    public bool WantsJson(ParseResult parsed) => parsed.GetResult(_json) is not null && parsed.GetValue(_json);

    /// <summary>The budgets as typed, in that order.</summary>
    public IReadOnlyList<ResourceBudget> ReadBudgets(ParseResult parsed) => [.. (parsed.GetValue(_budgets) ?? []).Select(text => Budget(text)!)];

    /// <summary>The defender's budget, or null.</summary>
    public decimal? ReadDefenceBudget(ParseResult parsed) => parsed.GetValue(DefenceBudget) is { } text ? Budget(text)!.Amount : null;

    /// <summary>How many plans are wanted.</summary>
    public int ReadPlanCount(ParseResult parsed) => parsed.GetResult(_plans) is null ? 1 : parsed.GetValue(_plans);

    /// <summary>True: the number of plans was typed.</summary>
    public bool IsPlanCountTyped(ParseResult parsed) => parsed.GetResult(_plans) is { Implicit: false };

    /// <summary>Time and threads.</summary>
    public GraphLimits ReadLimits(ParseResult parsed, TimeProvider clock) =>
        new(parsed.GetValue(_timeLimit) is { } text ? DurationText.Read(text) : null, parsed.GetValue(_threads), clock);

    /// <summary>Where the certificate is to go as typed, or null.</summary>
    public string? ReadCertificateFile(ParseResult parsed) => parsed.GetValue(_certificate);

    private static ResourceBudget? Budget(string text)
    {
        var mark = text.LastIndexOf('=');
        var amount = GraphNumber.Read(text[(mark + 1)..]);
        var isAmount = amount is >= 0 and <= GraphFileLimits.Number && amount.Value.Scale <= GraphFileLimits.DecimalPlaces;
        return isAmount && mark != 0 ? new ResourceBudget(mark < 0 ? null : text[..mark].Trim(), amount!.Value) : null;
    }

    private static void RequireRange(Option<int> option, int most) => Require(
        option, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most, $"a whole number from 1 to {most}");

    private static void Require(Option option, Func<string, bool> isRight, string should) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !isRight(token.Value)))
            result.AddError($"{option.Name} \"{token.Value}\" should be {should}.");
    });
}
