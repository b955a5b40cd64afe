using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Tests.UnitInterdiction;

[TestFixture]
public sealed class UnitInterdictionCheckerTests
{
    private static readonly UnitInterdictionProblem Problem = UnitNets.Grid(3);
    private static readonly UnitInterdictionResult Good = InterdictUnits.Best(Problem);

    [Test]
    public void The_good_certificate_branches_so_that_the_mutations_mean_something()
    {
        Assert.That(Good.Certificate!.Nodes.Length, Is.GreaterThan(2));
        Assert.That(Good.Worth, Is.GreaterThan(0).And.LessThan(Good.WorthBefore!.Value));
    }

    [Test]
    public void Every_spoiled_certificate_is_refused()
    {
        foreach (var spoiled in SpoiledUnitCertificates.Of(Good.Certificate!))
        {
            var report = UnitInterdictionChecker.Check(Problem, spoiled);
            Assert.That(report.IsAccepted, Is.False);
            Assert.That(report.Problem, Is.Not.Empty);
        }
    }

    [Test]
    public void Larger_budgets_than_were_proved_for_are_refused() =>
        Assert.That(UnitInterdictionChecker.Check(Problem.WithBudgets([Problem.Budgets[0] + 4]), Good.Certificate!).IsAccepted, Is.False);

    [Test]
    public void A_plan_beyond_the_budget_is_refused() =>
        Assert.That(UnitInterdictionChecker.Check(Problem.WithBudgets([Good.Plan!.Costs[0] - 1]), Good.Certificate!).IsAccepted, Is.False);

    [Test]
    public void An_answer_called_best_without_a_proof_is_accepted_only_as_by_search() =>
        Assert.That(UnitInterdictionChecker.Check(Problem, Good.With(Good.Plan!, certificate: null)).Proof, Is.EqualTo(ProofKind.BySearch));
}
