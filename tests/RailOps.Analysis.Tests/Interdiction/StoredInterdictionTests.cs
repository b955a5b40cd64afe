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

    [Test]
    public void Raids_and_sorties_against_Siberia_are_answered_with_proof()
    {
        var question = Ask("japanese-siberia", new(1940, 4, 15), "soviet", new("commando-raids", 2), new("air-sorties", 500));
        var time = System.Diagnostics.Stopwatch.StartNew();
        var answer = RailInterdiction.Solve(question, 3, Limits, null, CancellationToken.None);
        TestContext.Out.WriteLine($"{time.ElapsedMilliseconds} ms, {answer.State}, {answer.Solve}");
        TestContext.Out.WriteLine(answer.Headline);
        foreach (var sentence in answer.Sentences.Concat(answer.Assumptions))
            TestContext.Out.WriteLine(sentence);
        Assert.That(answer.Solve.CertificateAccepted, Is.True);
        time.Restart();
        var frontier = RailFrontier.Trace(question, 1, Limits, null, CancellationToken.None);
        TestContext.Out.WriteLine($"{time.ElapsedMilliseconds} ms {frontier.Headline} {frontier.Solve}");
        time.Restart();
        var guards = RailFortification.Solve(question, 3, Limits, null, CancellationToken.None);
        TestContext.Out.WriteLine($"{time.ElapsedMilliseconds} ms {guards.Headline} {guards.Solve}");
        foreach (var sentence in guards.Sentences)
            TestContext.Out.WriteLine(sentence);
    }
}
