using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>RankCriticalLinks over the wire, and numbers that the contract has no name for.</summary>
[TestFixture]
internal sealed class RankingTests
{
    private static RankCriticalLinksRequest History(params CriticalItemKind[] kinds) => new()
    {
        Scenario = new Scenario { Timeline = "history-1940", Date = "1940-06-01", Side = "soviet" },
        Kinds = { kinds },
        ItemCount = 1000,
    };

    [Test]
    public async Task What_a_point_costs_is_what_closing_it_costs()
    {
        var ranking = await RealServer.Interdiction.RankCriticalLinksAsync(History(CriticalItemKind.Point));
        var tunnels = ranking.Items.Single(i => i.Id == "circum-baikal-tunnels");
        var closed = await RealServer.Supply.AssessSupplyAsync(Ask.Assess("history-1940", "1940-06-01", "soviet", Ask.Close("circum-baikal-tunnels")));

        Assert.That(ranking.Solve.CertificateAccepted, Is.True);
        Assert.That(tunnels.SustainedDivisionCount, Is.EqualTo(closed.SustainedDivisionCount.Best));
        Assert.That(tunnels.SustainedDivisionEstimate, Is.EqualTo(closed.SustainedDivisionCount), "cautious, likely, favourable");
        var whole = await RealServer.Supply.AssessSupplyAsync(Ask.Assess("history-1940", "1940-06-01", "soviet"));
        Assert.That(ranking.SustainedDivisionEstimate, Is.EqualTo(whole.SustainedDivisionCount));
        Assert.That(tunnels.LostTonnesPerDay, Is.EqualTo(ranking.DeliveredTonnesPerDay - closed.DeliveredTonnesPerDay.Best).Within(1e-6), "t/day");
        Assert.That(tunnels.Fronts.Sum(f => f.LostTonnesPerDay), Is.EqualTo(tunnels.LostTonnesPerDay).Within(1e-6), "t/day");
    }

    [Test]
    public async Task Only_the_kinds_asked_for_are_ranked_and_ranks_rise()
    {
        var items = (await RealServer.Interdiction.RankCriticalLinksAsync(History(CriticalItemKind.Station, CriticalItemKind.Railway))).Items;

        Assert.That(items.Select(i => i.Kind).Distinct(), Is.EquivalentTo(new[] { CriticalItemKind.Station, CriticalItemKind.Railway }));
        Assert.That(items.Select(i => i.Rank), Is.Ordered);
        Assert.That(items.Select(i => i.LostDivisionCount), Is.Ordered.Descending);
    }

    [TestCase(-1)]
    [TestCase(1001)]
    public async Task A_count_that_makes_no_sense_is_refused(int count)
    {
        var request = History();
        request.ItemCount = count;
        (await Fault.OfAsync(RealServer.Interdiction.RankCriticalLinksAsync(request))).IsAbout(
            StatusCode.InvalidArgument, "ITEM_COUNT_OUT_OF_RANGE", "item_count", count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    public async Task A_policy_that_this_server_does_not_know_is_refused_not_replaced_by_a_default()
    {
        var request = Ask.Assess("history-1940", "", "");
        request.Policy = (AllocationPolicy)99;
        (await Fault.OfAsync(RealServer.Supply.AssessSupplyAsync(request))).IsAbout(StatusCode.InvalidArgument, "ENUM_VALUE_UNKNOWN", "policy", "99");
    }
}
