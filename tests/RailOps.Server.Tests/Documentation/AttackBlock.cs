using System.Globalization;
using System.Text;
using RailOps.Contracts.V1;
using RailOps.Server.Services;

namespace RailOps.Server.Tests.Documentation;

/// <summary>The README's tables of the worst attack, the ten most critical places and three guards, worked out by the product.</summary>
internal static class AttackBlock
{
    private const int RankedCount = 10;
    private const int MostNamed = 4;
    private const int GuardCount = 3;

    public static string Build(RailOpsApi api)
    {
        var text = new StringBuilder();
        WriteAttack(text, api.Interdiction.Interdict(new InterdictRequest { Question = Question(), PlanCount = 3 }, SearchControl.None, CancellationToken.None));
        WriteRanking(text, api.RankCriticalLinks(
            new RankCriticalLinksRequest { Scenario = Question().Scenario, Kinds = { CriticalItemKind.Link, CriticalItemKind.Station }, ItemCount = 1000 },
            CancellationToken.None));
        WriteGuards(text, api.Interdiction.Fortify(new FortifyRequest { Question = Question(), GuardCount = GuardCount }, SearchControl.None, CancellationToken.None));
        return text.ToString();
    }

    private static AttackQuestion Question() => new()
    {
        Scenario = new Scenario { Timeline = "japanese-siberia", Date = "1940-04-15", Side = "soviet" },
        Attacker = "japanese",
        Resources = { new ResourceBudget { Resource = "commando-raids", BudgetCount = 2 }, new ResourceBudget { Resource = "air-sorties", BudgetCount = 500 } },
    };

    private static void WriteAttack(StringBuilder text, InterdictResult answer)
    {
        text.AppendLine(answer.Headline).AppendLine();
        text.AppendLine("| plan | strikes | takes | divisions left (cautious / likely / favourable) | fronts that lose | t/day left | if each attack may fail, expected t/day |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var plan in answer.Plans)
            text.AppendLine(Row(plan, answer.SustainedDivisionEstimate));
        text.AppendLine().AppendLine(answer.Sentences.Single(s => s.StartsWith("Proven", StringComparison.Ordinal))).AppendLine();
    }

    private static string Row(AttackPlan plan, CountEstimate before)
    {
        var losers = string.Join(", ", plan.Fronts.Where(f => f.LostDivisionCount > 0).Select(f => $"{f.Front} {f.LostDivisionCount}"));
        return Line($"| {plan.Rank} | {Targets(plan)} | {Spent(plan)} | {Triple(plan.SustainedDivisionEstimate)}, before {before.Low} / {before.Best} / {before.High} | {losers} | {plan.DeliveredTonnesPerDay:#,0} | {plan.ExpectedDeliveredTonnesPerDay:#,0} |");
    }

    private static void WriteRanking(StringBuilder text, RankCriticalLinksResponse answer)
    {
        text.AppendLine("The links and junctions whose loss alone costs most on that day; those that cost the same share a row:").AppendLine();
        text.AppendLine("| rank | what | divisions lost | t/day lost |");
        text.AppendLine("|---|---|---|---|");
        foreach (var tie in answer.Items.GroupBy(i => i.Rank).Take(RankedCount))
            text.AppendLine(Line($"| {tie.Key} | {Names([.. tie])} | {tie.First().LostDivisionCount} | {tie.First().LostTonnesPerDay:#,0} |"));
        text.AppendLine();
    }

    private static string Names(IReadOnlyList<CriticalItem> tie)
    {
        var named = string.Join(", ", tie.Take(MostNamed).Select(i => i.Kind == CriticalItemKind.Link ? i.DisplayName : $"{i.DisplayName} (station)"));
        return tie.Count > MostNamed ? $"{named} and {tie.Count - MostNamed} more" : named;
    }

    private static void WriteGuards(StringBuilder text, FortifyResult answer)
    {
        text.AppendLine(answer.Headline).AppendLine();
        text.AppendLine("| under the best attack | strikes | divisions | t/day |");
        text.AppendLine("|---|---|---|---|");
        text.AppendLine(Line($"| unguarded | {Targets(answer.UnguardedPlan)} | {Triple(answer.UnguardedPlan.SustainedDivisionEstimate)} | {answer.UnguardedPlan.DeliveredTonnesPerDay:#,0} |"));
        text.AppendLine(Line($"| guarded | {Targets(answer.GuardedPlan)} | {Triple(answer.GuardedPlan.SustainedDivisionEstimate)} | {answer.GuardedPlan.DeliveredTonnesPerDay:#,0} |"));
    }

    private static string Triple(CountEstimate count) => Line($"{count.Low} / **{count.Best}** / {count.High}");

    private static string Targets(AttackPlan plan) => string.Join(", ", plan.Attacks.Select(a => a.DisplayName));

    private static string Spent(AttackPlan plan) => string.Join(", ", plan.Spent.Where(s => s.BudgetCount > 0).Select(s => $"{s.BudgetCount} {s.Resource}"));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
