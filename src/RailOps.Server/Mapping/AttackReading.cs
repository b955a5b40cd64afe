using System.Collections.Immutable;
using System.Globalization;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Server.Errors;
using Wire = RailOps.Contracts.V1;

namespace RailOps.Server.Mapping;

/// <summary>Reads who attacks what with what, and says everything that is wrong with it.</summary>
internal sealed class AttackReading(RailData data, ScenarioReading scenarios)
{
    private const long LargestBudget = 1_000_000;
    private const int MostResources = 8;
    private const int MostExcluded = 200;
    private const int LongestHorizonDays = 3650;
    private const int UsualHorizonDays = 30;

    /// <summary>Reads a question.</summary>
    /// <param name="question">As sent, or null.</param>
    /// <param name="field">Path of the question.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The question; null if something is wrong with it.</returns>
    public AttackQuestion? Read(Wire.AttackQuestion? question, string field, RequestProblems problems)
    {
        question ??= new Wire.AttackQuestion();
        WireEnums.RequireKnown(question.Policy, $"{field}.policy");
        WireEnums.RequireKnown(question.Posture, $"{field}.posture");
        WireEnums.RequireKnown(question.Objective, $"{field}.objective");
        var situation = scenarios.Read(question.Scenario, $"{field}.scenario", problems);
        if (situation is null)
            return null;
        var timeline = situation.Spec.Forces.Timeline;
        var opponent = timeline.Sides.First(s => s.Id == situation.SideId).OpponentId;
        var attacker = ScenarioReading.Side(question.Attacker, timeline, opponent, $"{field}.attacker", problems);
        var given = new AttackModeReading(data.Base).Read(question.Modes, $"{field}.modes", problems);
        var own = question.OnlyGivenModes ? [] : AttackMode.Of(timeline, attacker, situation.ForcesDate);
        ImmutableArray<AttackMode> modes = [.. own.Where(o => given.All(g => g.Id != o.Id)), .. given];
        var budgets = Budgets(question, field, modes, problems);
        var excluded = Excluded(question, situation, field, problems);
        if (question.HorizonDays is < 0 or > LongestHorizonDays)
        {
            problems.Add(
                ErrorReasons.HorizonOutOfRange, $"{field}.horizon_days", question.HorizonDays.ToString(CultureInfo.InvariantCulture),
                $"{field}.horizon_days is {question.HorizonDays}, but must be from 1 to {LongestHorizonDays}, or 0 for {UsualHorizonDays}.");
        }

        return problems.Any ? null : new AttackQuestion(
            new SupplyQuestion(situation, WireEnums.Read(question.Policy), WireEnums.Read(question.Posture)),
            attacker, budgets, modes, excluded, Read(question.Objective))
        {
            HorizonDays = question.HorizonDays == 0 ? UsualHorizonDays : question.HorizonDays,
            SampleSeed = unchecked((ulong)question.SampleSeed),
        };
    }

    private static AttackObjective Read(Wire.AttackObjective objective) => objective switch
    {
        Wire.AttackObjective.SustainedDivisions => AttackObjective.SustainedDivisions,
        Wire.AttackObjective.CumulativeTonnes => AttackObjective.CumulativeTonnes,
        Wire.AttackObjective.ExpectedTonnes => AttackObjective.ExpectedTonnes,
        _ => AttackObjective.DeliveredTonnes,
    };

    private static ImmutableArray<ResourceBudget> Budgets(
        Wire.AttackQuestion question, string field, ImmutableArray<AttackMode> modes, RequestProblems problems)
    {
        var known = modes.Select(m => m.Use.Resource).Distinct(StringComparer.Ordinal).ToList();
        var offer = known.Count == 0 ? "This side has no means of attack on that day; give modes of your own." : $"This side has: {string.Join(", ", known)}.";
        if (question.Resources.Count is 0 or > MostResources)
        {
            problems.Add(
                ErrorReasons.ResourceMissing, $"{field}.resources", question.Resources.Count.ToString(CultureInfo.InvariantCulture),
                $"{field}.resources has {question.Resources.Count} entries, but needs 1 to {MostResources}. {offer}");
        }

        for (var i = 0; i < Math.Min(question.Resources.Count, MostResources); i++)
        {
            var (resource, at) = (question.Resources[i], $"{field}.resources[{i}]");
            if (!known.Contains(resource.Resource))
            {
                var near = NearestMatch.Find(resource.Resource, known) ?? "";
                problems.Add(
                    ErrorReasons.ResourceUnknown, $"{at}.resource", resource.Resource,
                    $"No means of attack takes '{resource.Resource}'.{(near.Length > 0 ? $" Did you mean '{near}'?" : "")} {offer}", near);
            }

            if (question.Resources.Take(i).Any(r => r.Resource == resource.Resource))
                problems.Add(ErrorReasons.ResourceDuplicate, $"{at}.resource", resource.Resource, $"'{resource.Resource}' has two budgets; give one.");
            if (resource.BudgetCount is < 0 or > LargestBudget)
            {
                problems.Add(
                    ErrorReasons.BudgetOutOfRange, $"{at}.budget_count", resource.BudgetCount.ToString(CultureInfo.InvariantCulture),
                    $"The budget of '{resource.Resource}' is {resource.BudgetCount}, but must be from 0 to {LargestBudget}.");
            }
        }

        return [.. question.Resources.Select(r => new ResourceBudget(r.Resource, r.BudgetCount))];
    }

    private ImmutableHashSet<string> Excluded(Wire.AttackQuestion question, Situation situation, string field, RequestProblems problems)
    {
        var resolver = new TargetResolver(data.Base, situation.Spec.Forces.Timeline);
        var excluded = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (question.ExcludedTargets.Count > MostExcluded)
        {
            problems.Add(
                ErrorReasons.TooManyChanges, $"{field}.excluded_targets", question.ExcludedTargets.Count.ToString(CultureInfo.InvariantCulture),
                $"{field}.excluded_targets has {question.ExcludedTargets.Count} entries; at most {MostExcluded} are allowed.");
        }

        for (var i = 0; i < Math.Min(question.ExcludedTargets.Count, MostExcluded); i++)
        {
            if (resolver.Resolve(question.ExcludedTargets[i], out var problem) is { } target)
                excluded.Add($"{RailTarget.WordOf(target.Kind)}:{target.Id}");
            else
                problems.Add(problem!.Code, $"{field}.excluded_targets[{i}]", problem.Value, problem.Message, problem.Suggestion);
        }

        return excluded.ToImmutable();
    }
}
