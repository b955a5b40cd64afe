using NUnit.Framework;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;
using RailOps.Testing;

namespace RailOps.Analysis.Tests.Interdiction;

/// <summary>
/// The work that questions about the base network take, in counts that do not depend on the machine. A count that grows past its limit is a
/// slower answer, or a change of the data: then look at <c>./railops bench rail</c> before raising it.
/// </summary>
public sealed class RailWorkTests
{
    private static readonly RailData Data = RailDataReader.Load(RepositoryFolder.Networks).Data!;

    private static SupplyQuestion Supply(string timelineId, DateOnly date) => new(
        SituationBuilder.Build(Data, SituationSpec.Of(Data.Timelines.Single(t => t.Id == timelineId), date, "soviet", [])).Situation!,
        AllocationPolicy.Priority, null);

    private static AttackQuestion FiveRaids(SupplyQuestion supply) => new(
        supply, "japanese", [new ResourceBudget("raids", 5)], [Attacks.Mode("raid", "every:railway-link")], [], AttackObjective.DeliveredTonnes);

    [TestCase("japanese-siberia", "1940-06-01", 1, 202)]
    [TestCase("history-1940", "1940-04-15", 1, 61)]
    public void Five_raids_anywhere_take_no_more_tree_nodes_and_paths_than_today(string timeline, string date, long nodes, long augmentations)
    {
        var answer = Attacks.Solve(FiveRaids(Supply(timeline, DateOnly.Parse(date, null))));
        Assert.That(answer.Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(answer.State.SearchNodeCount, Is.LessThanOrEqualTo(nodes), "tree nodes grew");
        Assert.That(answer.Solve.AugmentationCount, Is.LessThanOrEqualTo(augmentations), "augmenting paths grew");
    }

    [Test]
    public void Losses_of_one_and_of_two_links_take_no_more_allocations_than_today()
    {
        var supply = Supply("history-1940", new(1940, 4, 15));
        var one = CriticalityRanking.Rank(supply, [TargetKind.Link], 1, SolveOptions.Default, CancellationToken.None);
        var two = PairRanking.Rank(supply, [TargetKind.Link], 1, SolveOptions.Default, CancellationToken.None);
        Assert.That(one.Solve.SolveCount, Is.LessThanOrEqualTo(92), "allocations of N-1 grew: 88, and two more levels with everything in place and without the one thing returned");
        Assert.That(two.Solve.SolveCount, Is.LessThanOrEqualTo(3021), "allocations of N-2 grew");
    }
}
