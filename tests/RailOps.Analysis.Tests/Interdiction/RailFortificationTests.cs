using NUnit.Framework;
using RailOps.Analysis.Interdiction;
using RailOps.Testing.Worlds;
using static RailOps.Analysis.Tests.Interdiction.Attacks;

namespace RailOps.Analysis.Tests.Interdiction;

public sealed class RailFortificationTests
{
    // Two lines of 5 and 3 pairs; a bridge stands on the first.
    private static AttackQuestion Two(long raids) => Question(
        new WorldBuilder().Stations("depot", "a", "b", "end")
            .Rail("depot--a", 5).Rail("a--end", 5).Rail("depot--b", 3).Rail("b--end", 3).Point("bridge", "a--end")
            .Formation("DIV", 100).Source("depot").Front("f", "end", "DIV", 9).Situation().Situation!,
        [Mode("raid", "every:railway-link every:tunnel")], new ResourceBudget("raids", raids));

    private static FortificationAnswer Fortify(AttackQuestion question, int guards) =>
        RailFortification.Solve(question, guards, Limits, null, CancellationToken.None);

    [Test]
    public void Two_guards_keep_the_wider_line_open()
    {
        var answer = Fortify(Two(1), 2);
        Assert.That(answer.Guards.Select(g => g.Guard.Id), Is.EquivalentTo(new[] { "depot--a", "a--end" }));
        Assert.That((answer.UnguardedPlan.DeliveredKilogramsPerDay, answer.GuardedPlan.DeliveredKilogramsPerDay), Is.EqualTo((300_000L, 500_000L)));
        Assert.That(answer.Guards.Select(g => g.LostWithoutKilogramsPerDay), Is.All.EqualTo(200_000));
        Assert.That(answer.Solve.CertificateAccepted, Is.True);
    }

    [Test]
    public void A_guard_of_a_link_guards_the_bridge_on_it()
    {
        var guarded = Fortify(Two(1), 2).GuardedPlan.Attacks.Select(a => a.Target.Key);
        Assert.That(guarded, Has.None.EqualTo("point:bridge"));
    }

    [Test]
    public void One_guard_alone_saves_nothing_here_and_is_not_posted()
    {
        var answer = Fortify(Two(1), 1);
        Assert.That(answer.Guards, Is.Empty);
        Assert.That(answer.Headline, Does.StartWith("Guards help nothing here"));
    }

    [Test]
    public void The_defence_is_that_of_trying_every_choice_of_guards([Values(1, 2)] int raids, [Values(1, 2, 3, 4)] int guards)
    {
        string[] links = ["depot--a", "a--end", "depot--b", "b--end"];
        var question = Two(raids);
        var best = Enumerable.Range(0, 16).Where(set => int.PopCount(set) <= guards).Max(set =>
        {
            var kept = links.Where((_, i) => (set >> i & 1) != 0).SelectMany(l => l == "a--end" ? new[] { $"link:{l}", "point:bridge" } : [$"link:{l}"]);
            return Solve(question with { ExcludedTargets = [.. kept] }).Plans[0].DeliveredKilogramsPerDay;
        });
        Assert.That(Fortify(question, guards).GuardedPlan.DeliveredKilogramsPerDay, Is.EqualTo(best));
    }

    [Test]
    public void A_stopped_search_keeps_what_is_proven_and_bounds_the_rest()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var answer = RailFortification.Solve(Two(1), 2, Limits with { Stop = stopped.Token }, null, CancellationToken.None);
        Assert.That(answer.Solve.Termination, Is.EqualTo(Solvers.Results.Termination.Stopped));
        Assert.That(answer.State.Best, Is.LessThanOrEqualTo(500m));
        Assert.That(answer.State.Bound, Is.GreaterThanOrEqualTo(500m));
        Assert.That(answer.Sentences, Has.Some.StartsWith("Stopped early"));
    }
}
