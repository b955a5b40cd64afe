using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>How much of a cut rests on figures of which grade, over the wire.</summary>
[TestFixture]
internal sealed class GradeShareTests
{
    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task The_shares_of_every_cut_add_up_to_one_and_agree_with_its_places(string timeline, string side)
    {
        var answer = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(timeline, "", side, []));
        var cuts = answer.Fronts.Select(f => f.LimitingCut).Append(answer.BindingCut).Append(answer.NextCut).Append(answer.CeilingCut).Where(c => c is not null).ToList();
        Assert.That(cuts, Is.Not.Empty);
        foreach (var cut in cuts)
        {
            var places = cut.Elements.Where(e => e.Kind != CutElementKind.FrontNeed).ToList();
            var total = places.Sum(e => e.CapacityTonnesPerDay);
            Assert.That(cut.GradeShares.Sum(s => s.ShareRatio), Is.EqualTo(total > 0 ? 1 : 0).Within(1e-9), cut.Sentence);
            foreach (var share in cut.GradeShares)
                Assert.That(share.ShareRatio, Is.EqualTo(places.Where(e => e.Grade == share.Grade).Sum(e => e.CapacityTonnesPerDay) / total).Within(1e-9), cut.Sentence);
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task A_count_that_rests_on_assumed_figures_says_so(string timeline, string side)
    {
        var answer = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(timeline, "", side, []));
        foreach (var front in answer.Fronts)
        {
            var isAssumed = front.GradeShares.Any(s => s.Grade == Grade.D);
            Assert.That(front.Sentence.Contains("rests on assumed figures (grade D)", StringComparison.Ordinal), Is.EqualTo(isAssumed), front.Sentence);
        }
    }
}
