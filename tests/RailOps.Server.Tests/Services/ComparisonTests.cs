using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>Comparisons agree with the assessments they are made of; a part is worth what asking with and without it says.</summary>
[TestFixture]
internal sealed class ComparisonTests
{
    private const double Kilogram = 0.001;
    private const string Date = "1939-08-01";

    private static readonly Scenario History = Ask.About("history-1939", Date, "soviet");
    private static readonly Scenario Storm = Ask.About("storm-in-the-east", Date, "soviet");
    private static readonly Scenario Manchukuo = Ask.About("history-1939", Date, "japanese");
    private static readonly Scenario HarbinLost = Ask.About("history-1939", Date, "japanese", Ask.Capture("harbin", "soviet"));
    private static readonly Scenario HarbinLostInTheStorm = Ask.About("storm-in-the-east", Date, "japanese", Ask.Capture("harbin", "soviet"));

    private static IEnumerable<Scenario[]> Pairs => [[History, Storm], [Manchukuo, HarbinLost], [Manchukuo, HarbinLostInTheStorm]];

    [TestCaseSource(nameof(Pairs))]
    public async Task Each_case_is_answered_as_it_is_alone(Scenario first, Scenario second)
    {
        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(first, second));

        foreach (var (scenario, found) in new[] { first, second }.Zip(answer.Cases))
            Assert.That(Plain(found.Assessment), Is.EqualTo(Plain(await RealServer.Supply.AssessSupplyAsync(Ask.Assess(scenario)))), found.Label);
        Assert.That(answer.Solve.CertificateAccepted);
        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(answer.Solve.TraceId, Does.Match("^[0-9a-f]{32}$"));
        Assert.That(answer.Solve.SolveCount, Is.GreaterThanOrEqualTo(answer.Cases.Sum(c => c.Assessment.Solve.SolveCount)));
    }

    [TestCaseSource(nameof(Pairs))]
    public async Task Labels_keep_the_order_asked_everywhere(Scenario first, Scenario second)
    {
        var request = Ask.Compare(first, second);
        (request.Cases[0].Label, request.Cases[1].Label) = ("z first", "a second");

        var answer = await RealServer.Supply.CompareTimelinesAsync(request);

        var labels = new[] { "z first", "a second" };
        Assert.That(answer.Cases.Select(c => c.Label), Is.EqualTo(labels));
        Assert.That(answer.Attributions.Select(a => a.Label), Is.EqualTo(labels[1..]));
        foreach (var front in answer.Fronts)
            Assert.That(front.Cells.Select(c => c.Label), Is.EqualTo(labels), front.Front);
        Assert.That(answer.Sentences[0], Does.StartWith("Baseline z first:"));
        Assert.That(answer.Sentences, Has.Some.StartsWith("a second against the baseline:"));
    }

    [TestCaseSource(nameof(Pairs))]
    public async Task Every_cell_is_that_of_the_assessment_and_differences_are_to_the_baseline(Scenario first, Scenario second)
    {
        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(first, second));

        Assert.That(answer.Fronts.Select(f => f.Front), Is.Unique.And.EquivalentTo(answer.Cases.SelectMany(c => c.Assessment.Fronts).Select(f => f.Front).Distinct()));
        foreach (var front in answer.Fronts)
        {
            var baseline = answer.Cases[0].Assessment.Fronts.SingleOrDefault(f => f.Front == front.Front);
            foreach (var (cell, found) in front.Cells.Zip(answer.Cases.Select(c => c.Assessment.Fronts.SingleOrDefault(f => f.Front == front.Front))))
                SeeCell(cell, found, baseline);
        }
    }

    [TestCaseSource(nameof(Pairs))]
    public async Task The_whole_difference_is_that_of_the_totals(Scenario first, Scenario second)
    {
        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(first, second));

        var (before, after) = (answer.Cases[0].Assessment, answer.Cases[1].Assessment);
        var whole = answer.Attributions.Single();
        Assert.That(whole.SustainedDivisionDifference, Is.EqualTo(after.SustainedDivisionCount.Best - before.SustainedDivisionCount.Best));
        Assert.That(
            whole.DeliveredDifferenceTonnesPerDay, Is.EqualTo(after.DeliveredTonnesPerDay.Best - before.DeliveredTonnesPerDay.Best).Within(Kilogram));
        Assert.That(whole.Parts, Is.Not.Empty);
        Assert.That(whole.Parts.Select(p => p.Kind), Is.SubsetOf(new[] { "infrastructure", "control", "sources", "forces", "event", "change" }));
        Assert.That(whole.Parts.Select(p => p.Sentence), Has.None.Empty.And.Unique);
    }

    [Test]
    public async Task A_single_change_alone_and_last_is_the_whole_difference()
    {
        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(Manchukuo, HarbinLost));

        var whole = answer.Attributions.Single();
        var part = whole.Parts.Single();
        Assert.That((part.Kind, part.Sentence), Is.EqualTo(("change", "capture harbin by soviet")));
        Assert.That((part.AloneDivisionDifference, part.LastDivisionDifference), Is.EqualTo((whole.SustainedDivisionDifference, whole.SustainedDivisionDifference)));
        Assert.That(part.AloneDeliveredDifferenceTonnesPerDay, Is.EqualTo(whole.DeliveredDifferenceTonnesPerDay).Within(Kilogram));
        Assert.That(part.LastDeliveredDifferenceTonnesPerDay, Is.EqualTo(whole.DeliveredDifferenceTonnesPerDay).Within(Kilogram));
        Assert.That(whole.DeliveredDifferenceTonnesPerDay, Is.Not.Positive, "a hub lost brings nothing, even where lines lead round it");
    }

    [Test]
    public async Task Changes_that_act_together_are_worth_what_asking_with_and_without_them_says()
    {
        Change[] changes = [Ask.Close("circum-baikal-tunnels"), Ask.Capture("tynda", "japanese"), Ask.Derate("amur-bridge-khabarovsk", 0.5)];
        const string Day = "1940-06-01";
        var answer = await RealServer.Supply.CompareTimelinesAsync(
            Ask.Compare(Ask.About("japanese-siberia", Day), Ask.About("japanese-siberia", Day, "", changes)));

        string[] sentences = ["close circum-baikal-tunnels", "capture tynda by japanese", "derate amur-bridge-khabarovsk to 0.5"];
        var parts = answer.Attributions.Single().Parts;
        Assert.That(parts.Select(p => p.Sentence), Is.EquivalentTo(sentences));
        var (none, all) = (Totals(answer.Cases[0].Assessment), Totals(answer.Cases[1].Assessment));
        for (var i = 0; i < changes.Length; i++)
        {
            var part = parts.Single(p => p.Sentence == sentences[i]);
            var alone = await TotalsAsync("japanese-siberia", Day, changes[i]);
            var without = await TotalsAsync("japanese-siberia", Day, [.. changes.Where((_, j) => j != i)]);
            Assert.That((part.AloneDivisionDifference, part.LastDivisionDifference), Is.EqualTo((alone.Divisions - none.Divisions, all.Divisions - without.Divisions)), part.Sentence);
            Assert.That(part.AloneDeliveredDifferenceTonnesPerDay, Is.EqualTo(alone.Tonnes - none.Tonnes).Within(Kilogram), part.Sentence);
            Assert.That(part.LastDeliveredDifferenceTonnesPerDay, Is.EqualTo(all.Tonnes - without.Tonnes).Within(Kilogram), part.Sentence);
        }
    }

    [Test]
    public async Task Two_sides_are_compared_but_not_taken_apart()
    {
        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(History, Manchukuo));

        Assert.That(answer.Attributions.Single().Parts, Is.Empty);
        Assert.That(answer.Sentences, Has.Some.Contains("another side"));
        Assert.That(answer.Fronts.Select(f => f.Cells.Count(c => c.Present)), Has.All.EqualTo(1), "no front is of both sides");
    }

    [Test]
    public async Task Eight_cases_with_labels_of_the_server_are_answered()
    {
        var dates = Enumerable.Range(5, 8).Select(month => Ask.About("history-1940", $"1940-{month:00}-01")).ToArray();

        var answer = await RealServer.Supply.CompareTimelinesAsync(Ask.Compare(dates));

        Assert.That(answer.Cases.Select(c => c.Label), Is.EqualTo(dates.Select(d => $"history-1940 {d.Date}")));
        Assert.That(answer.Attributions, Has.Count.EqualTo(7));
    }

    private static AssessSupplyResponse Plain(AssessSupplyResponse answer)
    {
        var plain = answer.Clone();
        (plain.Solve.SolveDuration, plain.Solve.TraceId) = (null, "");
        return plain;
    }

    private static (long Divisions, double Tonnes) Totals(AssessSupplyResponse answer) =>
        (answer.SustainedDivisionCount.Best, answer.DeliveredTonnesPerDay.Best);

    private static async Task<(long Divisions, double Tonnes)> TotalsAsync(string timeline, string date, params Change[] changes) =>
        Totals(await RealServer.Supply.AssessSupplyAsync(Ask.Assess(timeline, date, "", changes)));

    private static void SeeCell(FrontCell cell, FrontAssessment? found, FrontAssessment? baseline)
    {
        Assert.That(cell.Present, Is.EqualTo(found is not null));
        if (found is null)
            return;
        Assert.That((cell.PresentDivisionCount, cell.SustainedDivisionCount), Is.EqualTo((found.PresentDivisionCount, found.SustainedDivisionCount)));
        Assert.That((cell.DeliveredTonnesPerDay, cell.MetRatio), Is.EqualTo((found.DeliveredTonnesPerDay.Best, found.MetRatio.Best)));
        Assert.That(cell.SustainedDivisionDifference, Is.EqualTo(found.SustainedDivisionCount.Best - (baseline?.SustainedDivisionCount.Best ?? 0)));
        Assert.That(
            cell.DeliveredDifferenceTonnesPerDay,
            Is.EqualTo(found.DeliveredTonnesPerDay.Best - (baseline?.DeliveredTonnesPerDay.Best ?? 0)).Within(Kilogram));
    }
}
