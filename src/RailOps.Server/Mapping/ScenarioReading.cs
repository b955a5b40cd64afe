using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Model.Timelines;
using RailOps.Server.Errors;
using Wire = RailOps.Contracts.V1;

namespace RailOps.Server.Mapping;

/// <summary>Reads the situation that a request is about, and says everything that is wrong with it.</summary>
internal sealed class ScenarioReading
{
    private const int ShortestBeginning = 4;

    private readonly RailData _data;
    private readonly int _changeLimit;

    /// <summary>Takes the data.</summary>
    /// <param name="data">All data.</param>
    /// <param name="changeLimit">Most changes in one scenario.</param>
    public ScenarioReading(RailData data, int changeLimit)
    {
        _data = data;
        _changeLimit = changeLimit;
    }

    /// <summary>Reads a situation.</summary>
    /// <param name="scenario">The scenario, or null.</param>
    /// <param name="field">Path of the scenario in the request.</param>
    /// <returns>The situation.</returns>
    /// <exception cref="RpcException">NOT_FOUND for an unknown timeline or scenario, INVALID_ARGUMENT for all else.</exception>
    public Situation Read(Wire.Scenario? scenario, string field)
    {
        var problems = new RequestProblems();
        var situation = Read(scenario, field, problems);
        problems.ThrowIfAny();
        return situation!;
    }

    /// <summary>Reads a situation of a request that has several.</summary>
    /// <param name="scenario">The scenario, or null.</param>
    /// <param name="field">Path of the scenario in the request.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The situation; null or not the one asked for if something is wrong with it.</returns>
    /// <exception cref="RpcException">NOT_FOUND for an unknown timeline or scenario.</exception>
    public Situation? Read(Wire.Scenario? scenario, string field, RequestProblems problems)
    {
        scenario ??= new Wire.Scenario();
        var timeline = FindTimeline(scenario.Timeline, $"{field}.timeline");
        var date = Date(scenario.Date, timeline, $"{field}.date", problems);
        var side = Side(scenario.Side, timeline, timeline.Sides[0].Id, $"{field}.side", problems);
        var named = Named(scenario.Scenario_, timeline, $"{field}.scenario");
        if (scenario.Changes.Count > _changeLimit)
        {
            problems.Add(
                ErrorReasons.TooManyChanges, $"{field}.changes", scenario.Changes.Count.ToString(CultureInfo.InvariantCulture),
                $"The scenario has {scenario.Changes.Count} changes; at most {_changeLimit} are allowed.");
            return null;
        }

        var changes = scenario.Changes.Select((c, i) => ChangeReading.Read(c, $"{field}.changes[{i}]", problems)).ToList();
        var all = named.Concat(changes.OfType<Change>()).ToImmutableArray();
        var built = SituationBuilder.Build(_data, SituationSpec.Of(timeline, date, side, all));
        foreach (var problem in built.Problems)
            problems.Add(problem.Code, PathOf(problem, scenario, changes, named.Length, field), problem.Value, problem.Message, problem.Suggestion);
        return built.Situation;
    }

    /// <summary>Id of the named scenario.</summary>
    /// <param name="scenario">A scenario that was read without a problem.</param>
    /// <returns>Bare id, or empty: none is named.</returns>
    public static string IdOf(Wire.Scenario scenario) => scenario.Scenario_.Split('/')[^1];

    /// <summary>Finds a timeline by name or id.</summary>
    /// <param name="name">Bare id, or <c>timelines/id</c>.</param>
    /// <param name="field">Path of the field.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public Timeline FindTimeline(string name, string field)
    {
        var id = name.StartsWith("timelines/", StringComparison.Ordinal) ? name["timelines/".Length..] : name;
        if (_data.Timelines.FirstOrDefault(t => t.Id == id) is { } timeline)
            return timeline;
        throw NotFound(ErrorReasons.TimelineUnknown, "timeline", id, field, _data.Timelines.Select(t => t.Id));
    }

    /// <summary>An error for something that is not there, with the nearest match.</summary>
    /// <param name="reason">Reason.</param>
    /// <param name="kind">Kind of resource.</param>
    /// <param name="id">Id as asked for.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="known">Ids that are there.</param>
    /// <returns>The error to throw.</returns>
    public static RpcException NotFound(string reason, string kind, string id, string field, IEnumerable<string> known)
    {
        var all = known.ToList();
        var near = NearestMatch.Find(id, all) ?? "";
        var hint = near.Length > 0 ? $" Did you mean '{near}'?" : $" There are: {string.Join(", ", all)}.";
        var message = id.Length == 0 ? $"No {kind} is named.{hint}" : $"There is no {kind} '{id}'.{hint}";
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["field"] = field, ["value"] = id };
        if (near.Length > 0)
            metadata["suggestion"] = near;
        var violation = new FieldViolation(field, message);
        return RpcErrors.Create(StatusCode.NotFound, reason, message, metadata, [violation], (kind, id));
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">YYYY-MM-DD, or empty: the timeline's default.</param>
    /// <param name="timeline">The timeline.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>A date within the timeline.</returns>
    public static DateOnly Date(string text, Timeline timeline, string field, RequestProblems problems)
    {
        if (text.Length == 0)
            return timeline.DefaultDate;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problems.Add(ErrorReasons.DateInvalid, field, text, $"'{text}' is not a date; write it as YYYY-MM-DD, for example {timeline.DefaultDate:yyyy-MM-dd}.");
            return timeline.DefaultDate;
        }

        if (date >= timeline.StartDate && date <= timeline.EndDate)
            return date;
        problems.Add(
            ErrorReasons.DateOutsideTimeline, field, text,
            $"{text} is outside {timeline.Id}, which runs from {timeline.StartDate:yyyy-MM-dd} to {timeline.EndDate:yyyy-MM-dd}.");
        return timeline.DefaultDate;
    }

    /// <summary>Finds a side by its id, or by a beginning of at least four letters that no other side has (<c>japan</c> for <c>japanese</c>).</summary>
    /// <param name="text">As given; empty: <paramref name="preset"/>.</param>
    /// <param name="timeline">The timeline.</param>
    /// <param name="preset">Id used when none is given.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The id of a side.</returns>
    public static string Side(string text, Timeline timeline, string preset, string field, RequestProblems problems)
    {
        if (text.Length == 0)
            return preset;
        var begun = timeline.Sides.Where(s => s.Id == text || (text.Length >= ShortestBeginning && s.Id.StartsWith(text, StringComparison.Ordinal))).ToList();
        if (begun.Count == 1 || begun.Exists(s => s.Id == text))
            return begun.Find(s => s.Id == text)?.Id ?? begun[0].Id;
        var near = NearestMatch.Find(text, timeline.Sides.Select(s => s.Id)) ?? "";
        problems.Add(
            ErrorReasons.SideUnknown, field, text,
            $"There is no side '{text}' in {timeline.Id}; it has {string.Join(" and ", timeline.Sides.Select(s => $"'{s.Id}'"))}.", near);
        return preset;
    }

    private static string PathOf(ScenarioProblem problem, Wire.Scenario scenario, List<Change?> changes, int namedCount, string field)
    {
        if (problem.ChangeIndex < namedCount)
            return $"{field}.scenario";
        var wanted = problem.ChangeIndex - namedCount;
        for (int i = 0, good = 0; i < changes.Count; i++)
        {
            if (changes[i] is not null && good++ == wanted)
                return $"{field}.changes[{i}].{ChangeReading.FieldOf(scenario.Changes[i], problem.Field)}";
        }

        return $"{field}.changes";
    }

    private static ImmutableArray<Change> Named(string name, Timeline timeline, string field)
    {
        if (name.Length == 0)
            return [];
        var parent = $"timelines/{timeline.Id}/scenarios/";
        var id = name.StartsWith(parent, StringComparison.Ordinal) ? name[parent.Length..] : name;
        return timeline.Scenarios.FirstOrDefault(s => s.Id == id)?.Changes
            ?? throw NotFound(ErrorReasons.ScenarioUnknown, "scenario", id, field, timeline.Scenarios.Select(s => s.Id));
    }
}
