using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>What every assessment must satisfy, on each timeline and side at the default date.</summary>
[TestFixture]
internal sealed class AssessmentTests
{
    // The wire carries kilograms as tonnes; sums of doubles may differ by less than one kilogram.
    private const double Kilogram = 0.001;

    private static readonly Dictionary<(string, string), AssessSupplyResponse> Answers = [];

    private static async Task<AssessSupplyResponse> AnswerAsync(string timeline, string side)
    {
        if (!Answers.TryGetValue((timeline, side), out var answer))
        {
            var request = Ask.Assess(timeline, "", side);
            request.View = AssessmentView.Full;
            Answers[(timeline, side)] = answer = await RealServer.Supply.AssessSupplyAsync(request);
        }

        return answer;
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task The_answer_repeats_the_question_and_carries_its_proof(string timeline, string side)
    {
        var answer = await AnswerAsync(timeline, side);

        var asked = RealServer.Data.Timelines.Single(t => t.Id == timeline);
        Assert.That((answer.Timeline, answer.Side, answer.Date), Is.EqualTo((timeline, side, $"{asked.DefaultDate:yyyy-MM-dd}")));
        Assert.That(answer.Policy, Is.EqualTo(AllocationPolicy.Priority));
        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(answer.Solve.CertificateAccepted);
        Assert.That(answer.Solve.CertificateSentence, Is.Not.Empty);
        Assert.That(answer.Solve.TraceId, Does.Match("^[0-9a-f]{32}$").And.Not.EqualTo(new string('0', 32)));
        Assert.That(answer.Solve.NetworkRevision, Is.EqualTo(RealServer.Data.Revision));
        Assert.That((answer.Solve.SolveCount, answer.Solve.ArcCount), Is.GreaterThan((3L, 400L)));
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task The_answer_says_why(string timeline, string side)
    {
        var answer = await AnswerAsync(timeline, side);

        Assert.That(answer.Fronts, Is.Not.Empty, "a side without fronts asks nothing");
        Assert.That(answer.Explanation.Headline, Does.Contain(answer.Date).And.Contain(side).And.EndsWith("."));
        Assert.That(answer.Explanation.Sentences, Has.Count.GreaterThan(answer.Fronts.Count));
        Assert.That(answer.Explanation.Sentences, Is.SupersetOf(answer.Fronts.Select(f => f.Sentence)));
        Assert.That(answer.Explanation.Assumptions, Has.Count.GreaterThanOrEqualTo(3).And.All.EndsWith("."));
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task No_front_gets_more_than_it_needs_or_sustains_more_than_stand_there(string timeline, string side)
    {
        foreach (var front in (await AnswerAsync(timeline, side)).Fronts)
        {
            var (delivered, needed) = (front.DeliveredTonnesPerDay.Best, front.NeededTonnesPerDay.Best);
            Assert.That(delivered, Is.InRange(0, needed + Kilogram), $"{front.Front}: delivered, t/day");
            Assert.That(front.SustainedDivisionCount.High, Is.LessThanOrEqualTo(front.PresentDivisionCount), $"{front.Front}: divisions");
            Assert.That(front.SustainedDivisionCount.Low, Is.GreaterThanOrEqualTo(0), $"{front.Front}: divisions");
            Assert.That(front.MetRatio.Best, Is.EqualTo(needed == 0 ? 1 : delivered / needed).Within(1e-9), $"{front.Front}: met");
            Assert.That(
                front.NeededTonnesPerDay.Best,
                Is.EqualTo(front.DivisionSliceTonnesPerDay.Best * front.PresentDivisionCount).Within(Kilogram), $"{front.Front}: needed, t/day");
            Assert.That(
                front.SustainedDivisionCount.Best * front.DivisionSliceTonnesPerDay.Best, Is.LessThanOrEqualTo(delivered + Kilogram), $"{front.Front}: fed, t/day");
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Formations_add_up_to_the_need_and_entries_to_the_delivery(string timeline, string side)
    {
        foreach (var front in (await AnswerAsync(timeline, side)).Fronts)
        {
            // The need of one division is rounded up to a whole kilogram.
            var most = Kilogram * (1 + front.PresentDivisionCount);
            Assert.That(front.Formations.Sum(f => f.NeededTonnesPerDay.Best), Is.EqualTo(front.NeededTonnesPerDay.Best).Within(most), front.Front);
            Assert.That(front.Entries.Sum(e => e.DeliveredTonnesPerDay), Is.EqualTo(front.DeliveredTonnesPerDay.Best).Within(Kilogram), front.Front);
            Assert.That(front.Entries.Where(e => !e.Usable).Sum(e => e.DeliveredTonnesPerDay), Is.Zero, front.Front);
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task The_whole_is_the_sum_of_its_fronts(string timeline, string side)
    {
        var answer = await AnswerAsync(timeline, side);

        Assert.That(answer.PresentDivisionCount, Is.EqualTo(answer.Fronts.Sum(f => f.PresentDivisionCount)));
        Assert.That(answer.SustainedDivisionCount.Low, Is.EqualTo(answer.Fronts.Sum(f => f.SustainedDivisionCount.Low)));
        Assert.That(answer.SustainedDivisionCount.Best, Is.EqualTo(answer.Fronts.Sum(f => f.SustainedDivisionCount.Best)));
        Assert.That(answer.SustainedDivisionCount.High, Is.EqualTo(answer.Fronts.Sum(f => f.SustainedDivisionCount.High)));
        Assert.That(answer.NeededTonnesPerDay.Best, Is.EqualTo(answer.Fronts.Sum(f => f.NeededTonnesPerDay.Best)).Within(Kilogram));
        Assert.That(answer.DeliveredTonnesPerDay.Best, Is.EqualTo(answer.Fronts.Sum(f => f.DeliveredTonnesPerDay.Best)).Within(Kilogram));
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task The_best_value_of_everything_lies_between_low_and_high(string timeline, string side)
    {
        var answer = await AnswerAsync(timeline, side);

        SeeOrder("all: sustained", answer.SustainedDivisionCount);
        SeeOrder("all: needed", answer.NeededTonnesPerDay);
        SeeOrder("all: delivered", answer.DeliveredTonnesPerDay);
        foreach (var front in answer.Fronts)
        {
            SeeOrder($"{front.Front}: alone", front.SustainableAloneDivisionCount);
            SeeOrder($"{front.Front}: slice", front.DivisionSliceTonnesPerDay);
            SeeOrder($"{front.Front}: needed", front.NeededTonnesPerDay);
            SeeOrder($"{front.Front}: delivered", front.DeliveredTonnesPerDay);
        }

        foreach (var link in answer.Links)
            SeeOrder($"{link.Link}: capacity", link.CapacityTonnesPerDay);
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task What_binds_adds_up_to_what_is_delivered(string timeline, string side)
    {
        var answer = await AnswerAsync(timeline, side);

        var isShort = answer.Fronts.Any(f => f.SustainedDivisionCount.Best < f.PresentDivisionCount);
        Assert.That(answer.BindingCut is not null, Is.EqualTo(isShort), "something binds exactly when a division goes short");
        if (answer.BindingCut is not { } cut)
            return;
        Assert.That(cut.CapacityTonnesPerDay, Is.EqualTo(answer.DeliveredTonnesPerDay.Best).Within(Kilogram));
        Assert.That(answer.Links.Where(l => l.InCut).Select(l => l.Link), Is.EquivalentTo(cut.Elements.Where(IsLink).Select(e => e.Id)));
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Every_cut_names_places_that_exist_and_adds_up(string timeline, string side)
    {
        var answer = await AnswerAsync(timeline, side);

        var cuts = answer.Fronts.Select(f => f.LimitingCut).Append(answer.BindingCut).Append(answer.CeilingCut).OfType<Cut>().ToList();
        Assert.That(cuts, Is.Not.Empty);
        foreach (var cut in cuts)
        {
            Assert.That(cut.Sentence, Is.Not.Empty);
            Assert.That(cut.Elements.Sum(e => e.CapacityTonnesPerDay), Is.EqualTo(cut.CapacityTonnesPerDay).Within(Kilogram), cut.Sentence);
            Assert.That(cut.Elements.Select(e => e.CapacityTonnesPerDay), Is.Ordered.Descending);
        }

        foreach (var element in cuts.Append(answer.NextCut).OfType<Cut>().SelectMany(c => c.Elements))
            SeeExists(element, answer);
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task No_link_carries_more_than_it_can_and_closed_links_say_why(string timeline, string side)
    {
        var answer = await AnswerAsync(timeline, side);

        Assert.That(answer.Links.Select(l => l.Link), Is.EquivalentTo(RealServer.Data.Base.Links.Select(l => l.Id)));
        foreach (var link in answer.Links)
        {
            var (flow, capacity) = (link.FlowForwardTonnesPerDay + link.FlowBackwardTonnesPerDay, link.CapacityTonnesPerDay.Best);
            Assert.That(link.FlowForwardTonnesPerDay == 0 || link.FlowBackwardTonnesPerDay == 0, $"{link.Link} carries both ways");
            if (capacity >= 0)
                Assert.That(flow, Is.LessThanOrEqualTo(capacity + Kilogram), $"{link.Link}, t/day");
            if (capacity > 0)
                Assert.That(link.UtilisationRatio * capacity, Is.EqualTo(flow).Within(Kilogram), $"{link.Link}: used, t/day");
            if (link.ClosedReason.Length > 0)
                Assert.That(flow, Is.Zero, $"{link.Link} is closed ({link.ClosedReason})");
            Assert.That(capacity == 0 && link.Steps.Count == 0 && link.ClosedReason.Length == 0, Is.False, $"{link.Link} carries nothing and does not say why");
        }
    }

    // Fair shares are rounded down to whole kilograms: up to one of them a front may be left over.
    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Each_policy_is_proven_in_attack_too(string timeline, string side)
    {
        foreach (var policy in new[] { AllocationPolicy.Priority, AllocationPolicy.Weighted, AllocationPolicy.Fair })
        {
            var request = Ask.Assess(timeline, "", side);
            (request.Policy, request.Posture) = (policy, Posture.Attack);
            var answer = await RealServer.Supply.AssessSupplyAsync(request);

            Assert.That((answer.Policy, answer.Solve.Termination), Is.EqualTo((policy, Termination.Optimal)));
            Assert.That(answer.Solve.CertificateAccepted, policy.ToString());
            Assert.That(answer.Fronts.Select(f => f.Posture), Has.All.EqualTo(Posture.Attack));
            Assert.That(answer.Links, Is.Empty, "the basic view has no links");
            var most = policy == AllocationPolicy.Fair ? Kilogram * (answer.Fronts.Count + 1) : Kilogram;
            if (answer.BindingCut is { } cut)
                Assert.That(cut.CapacityTonnesPerDay, Is.EqualTo(answer.DeliveredTonnesPerDay.Best).Within(most), policy.ToString());
        }
    }

    private static bool IsLink(CutElement element) => element.Kind == CutElementKind.Link;

    private static void SeeOrder(string what, CountEstimate count) =>
        Assert.That(new[] { count.Low < 0 ? long.MaxValue : count.Low, count.Best < 0 ? long.MaxValue : count.Best, count.High < 0 ? long.MaxValue : count.High }, Is.Ordered, what);

    private static void SeeOrder(string what, Estimate estimate) =>
        Assert.That(new[] { estimate.Low, estimate.Best, estimate.High }, Is.Ordered, what);

    private static void SeeExists(CutElement element, AssessSupplyResponse answer)
    {
        var data = RealServer.Data.Base;
        var exists = element.Kind switch
        {
            CutElementKind.Link => data.LinkById.ContainsKey(element.Id)
                && data.StationById.ContainsKey(element.FromStation) && data.StationById.ContainsKey(element.ToStation)
                && data.RailwayById.ContainsKey(element.Railway),
            CutElementKind.FrontNeed => answer.Fronts.Any(f => f.Front == element.Id),
            CutElementKind.Unspecified => false,
            _ => data.StationById.ContainsKey(element.Id),
        };
        Assert.That(exists, $"{element.Kind} '{element.Id}' does not exist");
        Assert.That(element.DisplayName, Is.Not.Empty);
        Assert.That(element.CapacityTonnesPerDay, Is.GreaterThanOrEqualTo(0));
        Assert.That(element.CapacityTonnesPerDay > 0 || element.ClosedReason.Length > 0, $"{element.Id}: 0 t/day without a reason");
    }
}
