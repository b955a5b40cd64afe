using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Checking;

[TestFixture]
public sealed class AllocationCheckerTests
{
    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void One_unit_more_or_less_or_one_flow_unit_moved_is_refused(AllocationPolicy policy)
    {
        ForSome(policy, (problem, result) =>
        {
            for (var demand = 0; demand < problem.Demands.Length; demand++)
            {
                foreach (var change in new[] { -1, 1 })
                {
                    var whole = Whole(result);
                    var units = result.UnitCounts.SetItem(demand, result.UnitCounts[demand] + change);
                    // A unit without weight less is as good an answer to the weighted question.
                    if (policy != AllocationPolicy.Weighted || change > 0 || problem.Demands[demand].Weight > 0)
                        RequireRefused(problem, result.With(whole with { UnitCounts = units, Objective = Worth(problem, units) }, result.Certificate));
                    RequireRefused(problem, result.With(whole with { Delivered = result.Delivered.SetItem(demand, result.Delivered[demand] + change) }, result.Certificate));
                }
            }

            for (var arc = 0; arc < problem.Graph.ArcCount; arc++)
            {
                if (problem.Graph.Tail(arc) != problem.Graph.Head(arc))
                    RequireRefused(problem, result.With(Whole(result) with { ArcFlow = result.ArcFlow.SetItem(arc, result.ArcFlow[arc] + 1) }, result.Certificate));
            }
        });
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void A_certificate_that_misstates_a_capacity_or_is_missing_is_refused(AllocationPolicy policy)
    {
        ForSome(policy, (problem, result) =>
        {
            var certificate = result.Certificate!;
            var whole = Whole(result);
            RequireRefused(problem, result.With(whole, certificate: null));
            RequireRefused(problem, result.With(whole, certificate with { FullNeedCut = Off(certificate.FullNeedCut) }));
            for (var index = 0; index < certificate.Shortages.Length; index++)
            {
                var proof = certificate.Shortages[index];
                RequireRefused(problem, result.With(whole, certificate with { Shortages = certificate.Shortages.SetItem(index, proof with { Cut = Off(proof.Cut) }) }));
                RequireRefused(problem, result.With(whole, certificate with { Shortages = certificate.Shortages.RemoveAt(index) }));
            }

            for (var index = 0; index < certificate.PrefixCuts.Length; index++)
            {
                RequireRefused(problem, result.With(whole, certificate with { PrefixCuts = certificate.PrefixCuts.SetItem(index, Off(certificate.PrefixCuts[index])) }));
                RequireRefused(problem, result.With(whole, certificate with { PrefixCuts = certificate.PrefixCuts.RemoveAt(index) }));
            }
        });
    }

    [Test]
    public void Fair_levels_with_another_share_another_order_or_another_member_are_refused()
    {
        ForSome(AllocationPolicy.Fair, (problem, result) =>
        {
            var levels = result.Certificate!.FairLevels;
            for (var index = 0; index < levels.Length; index++)
            {
                if (levels[index].Cut is { } cut)
                {
                    var share = levels[index] with { ShareNumerator = levels[index].ShareNumerator + 1 };
                    RequireRefusedLevels(problem, result, levels.SetItem(index, share));
                    RequireRefusedLevels(problem, result, levels.SetItem(index, levels[index] with { Cut = Off(cut) }));
                    RequireRefusedLevels(problem, result, levels.SetItem(index, levels[index] with { Cut = null }));
                }

                RequireRefusedLevels(problem, result, levels.RemoveAt(index));
                RequireRefusedLevels(problem, result, levels.Add(levels[index]));
            }
        });
    }

    [Test]
    public void A_greedy_answer_to_the_weighted_question_is_not_called_optimal()
    {
        // The bound is 240 and the best 220, so 160 with its own bound raised to 160 must not pass as certified.
        var net = AsciiNetwork.Parse("s -> h 50\n h -> a *\n h -> b *\n h -> c *");
        ImmutableArray<AllocationDemand> demands = [new(net["a"], 10, 1, 1, 60), new(net["b"], 20, 1, 1, 100), new(net["c"], 30, 1, 1, 120)];
        var problem = new AllocationProblem(net.Graph, net["s"], demands);
        var result = Certified.Allocate(problem, AllocationPolicy.Weighted);
        var greedy = new Allotment([1, 1, 0], [10, 20, 20], [50, 10, 20, 20], 160);
        RequireRefused(problem, result.With(greedy, result.Certificate));
    }

    private static void ForSome(AllocationPolicy policy, Action<AllocationProblem, AllocationResult> act)
    {
        var count = 0;
        for (var seed = 0; seed < 80; seed++)
        {
            var problem = RandomAllocation.Small(new Random(seed));
            var result = Certified.Allocate(problem, policy);
            if (result.Objective == 0)
                continue;
            act(problem, result);
            count++;
        }

        Assert.That(count, Is.GreaterThan(20));
    }

    private static Allotment Whole(AllocationResult result) => new(result.UnitCounts, result.Delivered, result.ArcFlow, result.Objective);

    private static NodeCut Off(NodeCut cut) => cut with { Capacity = cut.Capacity + 1 };

    private static long Worth(AllocationProblem problem, ImmutableArray<long> units) =>
        units.Select((count, demand) => count * problem.Demands[demand].Weight).Sum();

    private static void RequireRefusedLevels(AllocationProblem problem, AllocationResult result, ImmutableArray<FairLevel> levels) =>
        RequireRefused(problem, result.With(Whole(result), result.Certificate! with { FairLevels = levels }));

    private static void RequireRefused(AllocationProblem problem, AllocationResult result)
    {
        var report = AllocationChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.False);
        Assert.That(report.Problem, Is.Not.Empty);
    }
}
