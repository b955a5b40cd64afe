using NUnit.Framework;
using RailOps.Analysis.Interdiction;
using RailOps.Testing.Worlds;
using static RailOps.Analysis.Tests.Interdiction.Attacks;

namespace RailOps.Analysis.Tests.Interdiction;

public sealed class RailFrontierTests
{
    // Three lines of 5, 3 and 1 pairs side by side.
    private static AttackQuestion Three(long raids, long sorties) => Question(
        new WorldBuilder().Stations("depot", "a", "b", "c", "end")
            .Rail("depot--a", 5).Rail("a--end", 5).Rail("depot--b", 3).Rail("b--end", 3).Rail("depot--c", 1).Rail("c--end", 1)
            .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 9).Situation().Situation!,
        [Mode("raid", "every:railway-link"), Mode("sortie", "every:railway-link", left: 0.5m, cost: 20, resource: "sorties")],
        new ResourceBudget("raids", raids), new ResourceBudget("sorties", sorties));

    private static FrontierAnswer Trace(AttackQuestion question, int resource) =>
        RailFrontier.Trace(question, resource, Limits, null, CancellationToken.None);

    [Test]
    public void Every_step_from_nothing_to_the_budget_is_there()
    {
        var answer = Trace(Three(5, 0), 0);
        Assert.That(answer.Steps.Select(s => (s.BudgetCount, s.Plan.DeliveredKilogramsPerDay)), Is.EqualTo(new[] { (0L, 900_000L), (1L, 400_000L), (2L, 100_000L), (3L, 0L) }));
        Assert.That((answer.IsComplete, answer.Solve.CertificateAccepted), Is.EqualTo((true, true)));
        Assert.That(answer.Headline, Does.Contain("in 3 steps"));
    }

    [Test]
    public void The_other_resources_stay_as_they_are()
    {
        var question = Three(1, 60);
        var answer = Trace(question, 1);
        for (var sorties = 0L; sorties <= 60; sorties += 10)
        {
            var step = answer.Steps.Last(s => s.BudgetCount <= sorties);
            var best = Solve(Three(1, sorties)).Plans[0].DeliveredKilogramsPerDay;
            Assert.That(step.Plan.DeliveredKilogramsPerDay, Is.EqualTo(best), $"{sorties} sorties");
        }
    }
}
