using NUnit.Framework;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Interdiction;

/// <summary>Attacks on the stored timelines.</summary>
public sealed class StoredInterdictionTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;
    private static readonly SearchLimits Limits = new(TimeSpan.FromSeconds(60), 1, TimeProvider.System, CancellationToken.None);

    private static AttackQuestion Ask(string timelineId, DateOnly date, string side, params ResourceBudget[] budgets)
    {
        var timeline = Data.Timelines.Single(t => t.Id == timelineId);
        var situation = SituationBuilder.Build(Data, SituationSpec.Of(timeline, date, side, [])).Situation!;
        var attacker = timeline.Sides.Single(s => s.Id == side).OpponentId;
        return new AttackQuestion(
            new SupplyQuestion(situation, AllocationPolicy.Priority, null), attacker, [.. budgets], AttackMode.Of(timeline, attacker, date), [], AttackObjective.DeliveredTonnes);
    }

    private static IEnumerable<TestCaseData> Everybody() =>
        from timeline in Data.Timelines
        from side in timeline.Sides
        let modes = AttackMode.Of(timeline, side.OpponentId, timeline.DefaultDate)
        where !modes.IsEmpty
        select new TestCaseData(timeline.Id, timeline.DefaultDate, side.Id, modes.Select(m => m.Use).DistinctBy(u => u.Resource).Select(u => new ResourceBudget(u.Resource, 3 * u.CostCount)).ToArray());

    [TestCaseSource(nameof(Everybody))]
    public void Three_attacks_of_every_means_of_every_side_are_answered_with_proof(string timeline, DateOnly date, string side, ResourceBudget[] budgets)
    {
        var answer = RailInterdiction.Solve(Ask(timeline, date, side, budgets), 2, Limits, null, CancellationToken.None);
        Assert.That((answer.Solve.Termination, answer.Solve.CertificateAccepted), Is.EqualTo((Solvers.Results.Termination.Optimal, true)));
        Assert.That(answer.Plans[0].DeliveredKilogramsPerDay, Is.LessThanOrEqualTo(answer.DeliveredKilogramsPerDay));
        Assert.That(answer.Sentences.Append(answer.Headline), Has.None.Contains("  ").And.None.Contains("{"));
    }

    [Test]
    public void A_raid_on_the_collapsed_line_turns_to_what_is_left()
    {
        var question = Ask("japanese-siberia", new(1940, 4, 15), "soviet", new("commando-raids", 2), new("air-sorties", 500));
        var answer = RailInterdiction.Solve(question, 3, Limits, null, CancellationToken.None);
        Assert.That(answer.Plans[0].Attacks.Select(a => a.Target.Id), Has.None.Contains("slyudyanka"), "the tunnels are down already on that day");
        Assert.That(answer.Plans.Select(p => p.DeliveredKilogramsPerDay), Is.Ordered);
        Assert.That(answer.Plans.Skip(1).Select(p => p.DeliveredKilogramsPerDay), Is.All.GreaterThanOrEqualTo((long)(answer.State.Bound * 1000m)));
    }

    [Test]
    public void Divisions_and_tonnes_are_bounds_of_each_other()
    {
        var question = Ask("japanese-siberia", new(1940, 4, 15), "soviet", new("commando-raids", 1), new("air-sorties", 40));
        var tonnes = RailInterdiction.Solve(question, 1, Limits, null, CancellationToken.None);
        var divisions = RailInterdiction.Solve(question with { Objective = AttackObjective.SustainedDivisions }, 1, Limits, null, CancellationToken.None);
        Assert.That(divisions.Plans[0].DeliveredKilogramsPerDay, Is.GreaterThanOrEqualTo(tonnes.Plans[0].DeliveredKilogramsPerDay));
        Assert.That(divisions.Plans[0].SustainableCount, Is.GreaterThanOrEqualTo(divisions.Plans[0].SustainedCount.Best));
        Assert.That(divisions.Solve.CertificateAccepted, Is.True);
    }
}
