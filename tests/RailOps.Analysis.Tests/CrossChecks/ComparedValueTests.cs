using NUnit.Framework;
using RailOps.Analysis.CrossChecks;

namespace RailOps.Analysis.Tests.CrossChecks;

[TestFixture]
public sealed class ComparedValueTests
{
    [TestCase(12, 12, 0, Verdict.Agreed)]
    [TestCase(12, 11, 0, Verdict.Contradicted)]
    [TestCase(12, 11, 1, Verdict.Agreed)]
    [TestCase(12, 14, 1, Verdict.Contradicted)]
    public void Two_values_agree_within_the_tolerance(int answered, int check, int tolerance, Verdict verdict) =>
        Assert.That(ComparedValue.Of("x", "divisions", answered, check, tolerance).Verdict, Is.EqualTo(verdict));

    // Each search: what its plan leaves, the bound it states, whether it finished.
    [TestCase(100, 100, true, 100, 99, true, Verdict.Agreed, TestName = "The same values agree, whatever the bounds within tolerance")]
    [TestCase(100, 100, true, 101, 99, true, Verdict.Contradicted, TestName = "Two finished searches with different values contradict each other")]
    [TestCase(100, 100, true, 130, 80, false, Verdict.Undecided, TestName = "A search that stopped on either side of the value decides nothing")]
    [TestCase(100, 100, true, 90, 80, false, Verdict.Contradicted, TestName = "A plan below a proven bound contradicts it, stopped or not")]
    [TestCase(100, 60, false, 130, 110, false, Verdict.Contradicted, TestName = "A bound above a plan that was found contradicts it, stopped or not")]
    [TestCase(100, 60, false, 100, 99, true, Verdict.Undecided, TestName = "The same value from a search that stopped is not yet agreement")]
    public void Searches_for_the_least_are_compared_by_values_and_bounds(long value, long bound, bool isFinished, long other, long otherBound, bool otherFinished, Verdict verdict)
    {
        var (one, two) = (new LeastFound(value, bound, isFinished), new LeastFound(other, otherBound, otherFinished));
        Assert.That(ComparedValue.OfLeast("x", one, two).Verdict, Is.EqualTo(verdict));
        Assert.That(ComparedValue.OfLeast("x", two, one).Verdict, Is.EqualTo(verdict), "whoever answers");
    }

    [Test]
    public void Rounding_takes_no_more_from_a_least_than_its_tolerance()
    {
        var (one, two) = (LeastFound.Proven(100), LeastFound.Proven(98));
        Assert.That(ComparedValue.OfLeast("x", one, two, tolerance: 2).Verdict, Is.EqualTo(Verdict.Agreed));
        Assert.That(ComparedValue.OfLeast("x", one, two, tolerance: 1).Verdict, Is.EqualTo(Verdict.Contradicted));
    }

    [Test]
    public void A_report_agrees_only_if_all_of_it_was_compared_and_agrees()
    {
        var (same, other) = (ComparedValue.Of("a", "t/day", 5, 5), ComparedValue.Of("b", "t/day", 5, 6));
        var open = same with { Verdict = Verdict.Undecided };
        Assert.That(Report(true, same, same).Verdict, Is.EqualTo(Verdict.Agreed));
        Assert.That(Report(false, same, same).Verdict, Is.EqualTo(Verdict.Undecided), "a part is missing");
        Assert.That(Report(true, same, open).Verdict, Is.EqualTo(Verdict.Undecided));
        Assert.That(Report(true).Verdict, Is.EqualTo(Verdict.Undecided), "nothing was compared");
        Assert.That(Report(false, open, other).Verdict, Is.EqualTo(Verdict.Contradicted));
        Assert.That(Report(true, same, other).Sentence, Does.StartWith("one and two disagree: b: 5 and 6 t/day."));
        Assert.That(CrossCheckReport.Join([Report(true, same), Report(true, other)], "More.").Contradictions, Has.Length.EqualTo(1));
    }

    private static CrossCheckReport Report(bool isComplete, params ReadOnlySpan<ComparedValue> values) => new("one", "two", [.. values], isComplete, "All of it.");
}
