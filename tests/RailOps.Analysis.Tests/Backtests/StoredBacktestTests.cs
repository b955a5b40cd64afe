using NUnit.Framework;
using RailOps.Analysis.Backtests;
using RailOps.Model;
using RailOps.Model.Backtests;
using RailOps.Model.Formats;
using RailOps.Model.Network;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Backtests;

/// <summary>The stored cases: none misses unseen, and none is a circle.</summary>
public sealed class StoredBacktestTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;
    private static readonly IReadOnlyList<BacktestResult> Results = BacktestRunner.Run(Data, Data.Backtests, CancellationToken.None);

    [Test]
    public void No_test_leaves_its_observed_range_without_being_listed_as_a_known_miss() =>
        Assert.That(Results.Where(r => r.IsUnexpectedMiss).Select(r => $"{r.Case.Id}: {r.Why}"), Is.Empty);

    [Test]
    public void No_known_miss_is_listed_that_no_longer_misses() =>
        Assert.That(Results.Where(r => r.IsStaleMiss).Select(r => r.Case.Id), Is.Empty);

    [Test]
    public void Every_case_is_answered_or_says_why_not() =>
        Assert.That(Results.Where(r => r.Answer is null && r.Case.CannotAnswer.Length == 0).Select(r => $"{r.Case.Id}: {r.Why}"), Is.Empty);

    [Test]
    public void A_test_shares_no_source_with_the_figures_of_its_answer_or_says_why_that_is_no_circle()
    {
        foreach (var result in Results.Where(r => r.IsScored))
        {
            Assert.That(
                result.Case.IndependentBecause.Length > 0, Is.EqualTo(!result.SharedSourceIds.IsEmpty),
                $"{result.Case.Id} shares {string.Join(", ", result.SharedSourceIds)}");
        }
    }

    [Test]
    public void Calibration_and_tests_are_disjoint()
    {
        var tests = Asked(BacktestRole.Test);
        var calibration = Asked(BacktestRole.Calibration);
        Assert.That(tests, Is.Not.Empty);
        Assert.That(calibration, Is.Not.Empty);
        Assert.That(tests.Intersect(calibration), Is.Empty, "no observation of one day is asked the same question in both roles");
    }

    [Test]
    public void What_the_formula_was_fitted_to_is_calibration()
    {
        Assert.That(RoleOf("rjw-twelve-formula"), Is.EqualTo(BacktestRole.Calibration), "siding spacing of late 1904");
        Assert.That(RoleOf("khg-plan-input"), Is.EqualTo(BacktestRole.Calibration), "Soviet trucks");
        Assert.That(RoleOf("khg-japanese-input"), Is.EqualTo(BacktestRole.Calibration), "Japanese trucks");
        Assert.That(RoleOf("rjw-corps-trains-input"), Is.EqualTo(BacktestRole.Calibration), "trains for a corps");
        Assert.That(RoleOf("tsr-military-tonnes-input"), Is.EqualTo(BacktestRole.Calibration), "train load and civil share of 1944-45");
    }

    [Test]
    public void Nothing_of_grade_D_is_scored() =>
        Assert.That(Results.Where(r => r.IsScored && r.Case.Evidence.Grade == Grade.D), Is.Empty);

    private static BacktestRole RoleOf(string id) => Data.Backtests.Single(c => c.Id == id).Role;

    private static HashSet<(string Evidence, BacktestQuestion Question, string From, string To, DateOnly Date)> Asked(BacktestRole role) =>
        [.. Data.Backtests.Where(c => c.Role == role).SelectMany(c => c.EvidenceIds.Select(e => (e, c.Question, c.FromId, c.ToId, c.Date)))];
}
