using System.Globalization;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>What the catalogue says, and how its lists are paged.</summary>
[TestFixture]
internal sealed class CatalogTests
{
    [Test]
    public async Task Pages_of_two_walk_through_all_timelines_once()
    {
        var names = await WalkAsync(2, async (size, token) =>
        {
            var page = await RealServer.Catalog.ListTimelinesAsync(new ListTimelinesRequest { PageSize = size, PageToken = token });
            return (page.Timelines.Select(t => t.Name), page.NextPageToken);
        });

        Assert.That(names, Is.EqualTo(RealServer.TimelineIds.Select(id => $"timelines/{id}")));
        Assert.That(names, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
    }

    [Test]
    public async Task Pages_of_two_walk_through_all_formations_once()
    {
        var names = await WalkAsync(2, async (size, token) =>
        {
            var page = await RealServer.Catalog.ListFormationsAsync(new ListFormationsRequest { PageSize = size, PageToken = token });
            return (page.Formations.Select(f => f.Name), page.NextPageToken);
        });

        Assert.That(names, Is.EquivalentTo(RealServer.Data.Doctrine.Formations.Select(f => $"formations/{f.Id}")));
        Assert.That(names, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.TimelineIds))]
    public async Task Pages_of_two_walk_through_the_scenarios_in_the_order_of_the_timeline(string timeline)
    {
        var names = await WalkAsync(2, async (size, token) =>
        {
            var request = new ListScenariosRequest { Parent = timeline, PageSize = size, PageToken = token };
            var page = await RealServer.Catalog.ListScenariosAsync(request);
            return (page.Scenarios.Select(s => s.Name), page.NextPageToken);
        });

        var known = RealServer.Data.Timelines.Single(t => t.Id == timeline).Scenarios;
        Assert.That(names, Is.EqualTo(known.Select(s => $"timelines/{timeline}/scenarios/{s.Id}")));
    }

    [Test]
    public async Task Pages_of_one_walk_through_the_networks()
    {
        var names = await WalkAsync(1, async (size, token) =>
        {
            var page = await RealServer.Catalog.ListNetworksAsync(new ListNetworksRequest { PageSize = size, PageToken = token });
            return (page.Networks.Select(n => n.Name), page.NextPageToken);
        });

        Assert.That(names, Is.EqualTo(new[] { "networks/base", "networks/harris-ross-1955" }));
    }

    [Test]
    public async Task A_page_holds_100_rows_unless_told_otherwise_and_any_large_size_will_do([Values(0, 1000, int.MaxValue)] int size)
    {
        var page = await RealServer.Catalog.ListFormationsAsync(new ListFormationsRequest { PageSize = size });

        var count = RealServer.Data.Doctrine.Formations.Length;
        Assert.That(page.Formations, Has.Count.EqualTo(size == 0 ? Math.Min(100, count) : count));
    }

    [TestCase(-1)]
    [TestCase(int.MinValue)]
    public async Task A_negative_page_size_is_refused(int size)
    {
        var value = size.ToString(CultureInfo.InvariantCulture);

        (await Fault.OfAsync(RealServer.Catalog.ListTimelinesAsync(new ListTimelinesRequest { PageSize = size })))
            .IsAbout(StatusCode.InvalidArgument, "PAGE_SIZE_NEGATIVE", "page_size", value);
        (await Fault.OfAsync(RealServer.Catalog.ListScenariosAsync(new ListScenariosRequest { Parent = "history-1940", PageSize = size })))
            .IsAbout(StatusCode.InvalidArgument, "PAGE_SIZE_NEGATIVE", "page_size", value);
        (await Fault.OfAsync(RealServer.Catalog.ListNetworksAsync(new ListNetworksRequest { PageSize = size })))
            .IsAbout(StatusCode.InvalidArgument, "PAGE_SIZE_NEGATIVE", "page_size", value);
    }

    [TestCase("next")]
    [TestCase("-1")]
    [TestCase("99999")]
    [TestCase("99999999999999999999")]
    public async Task A_token_that_no_answer_gave_is_refused(string token)
    {
        var fault = await Fault.OfAsync(RealServer.Catalog.ListTimelinesAsync(new ListTimelinesRequest { PageToken = token }));

        Assert.That((fault.Code, fault.Info.Reason, fault.Fields.Single()), Is.EqualTo((StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token")));
        Assert.That(fault.Info.Metadata["value"], Is.EqualTo(token));
        Assert.That(fault.Message, Does.Contain(token));
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.TimelineIds))]
    public async Task A_timeline_is_found_by_id_and_by_name(string id)
    {
        var byId = await RealServer.Catalog.GetTimelineAsync(new GetTimelineRequest { Name = id });
        var byName = await RealServer.Catalog.GetTimelineAsync(new GetTimelineRequest { Name = $"timelines/{id}" });

        Assert.That(byId, Is.EqualTo(byName));
        Assert.That(byId.Sides, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(byId.DefaultDate, Is.InRange(byId.StartDate, byId.EndDate));
        Assert.That(byId.Fronts.Select(f => f.Side).Distinct(), Is.SubsetOf(byId.Sides));
        Assert.That(byId.Fronts.SelectMany(f => f.EntryStations).Distinct(), Is.SubsetOf(RealServer.Data.Base.Stations.Select(s => s.Id)));
        Assert.That(byId.Events.Select(e => e.Description), Has.None.Empty);
    }

    [TestCase("history-1904", "russo-japanese-war-1904", false)]
    [TestCase("history-1840", "history-1940", true)]
    public async Task An_unknown_timeline_is_NOT_FOUND(string id, string other, bool isNear)
    {
        var fault = await Fault.OfAsync(RealServer.Catalog.GetTimelineAsync(new GetTimelineRequest { Name = id }));

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.NotFound, "TIMELINE_UNKNOWN")));
        Assert.That(fault.Fields, Is.EqualTo(new[] { "name" }));
        Assert.That(fault.Suggestion == other, Is.EqualTo(isNear), fault.Message);
    }

    [Test]
    public async Task The_scenarios_of_an_unknown_timeline_are_NOT_FOUND() =>
        (await Fault.OfAsync(RealServer.Catalog.ListScenariosAsync(new ListScenariosRequest { Parent = "timelines/history-1941" })))
            .IsAbout(StatusCode.NotFound, "TIMELINE_UNKNOWN", "parent", "history-1941", "history-1940");

    [TestCase("harris-ross-1955")]
    [TestCase("networks/harris-ross-1955")]
    public async Task A_network_is_found_by_id_and_by_name(string name)
    {
        var network = await RealServer.Catalog.GetNetworkAsync(new GetNetworkRequest { Name = name });

        var data = RealServer.Data.CapacityNetworks.Single();
        Assert.That((network.Name, network.NodeCount, network.LinkCount), Is.EqualTo(("networks/harris-ross-1955", (long)data.Nodes.Length, (long)data.Edges.Length)));
        Assert.That(network.Attribution, Does.Contain("Harris"));
    }

    [Test]
    public async Task An_unknown_network_is_NOT_FOUND() => (await Fault.OfAsync(RealServer.Catalog.GetNetworkAsync(new GetNetworkRequest { Name = "bases" })))
        .IsAbout(StatusCode.NotFound, "NETWORK_UNKNOWN", "name", "bases", "base");

    [Test]
    public async Task Formations_need_more_in_attack_than_at_rest()
    {
        var all = await RealServer.Catalog.ListFormationsAsync(new ListFormationsRequest { PageSize = 1000 });

        foreach (var formation in all.Formations)
        {
            Assert.That(formation.DisplayName, Is.Not.Empty, formation.Name);
            Assert.That(formation.Grade, Is.Not.EqualTo(Grade.Unspecified), formation.Name);
            Assert.That(formation.DivisionEquivalent, Is.InRange(0, 3), formation.Name);
            Assert.That(formation.AttackTonnesPerDay.Best, Is.GreaterThanOrEqualTo(formation.RestTonnesPerDay.Best), formation.Name);
            foreach (var need in new[] { formation.RestTonnesPerDay, formation.DefenceTonnesPerDay, formation.AttackTonnesPerDay })
                Assert.That(new[] { 0, need.Low, need.Best, need.High }, Is.Ordered, formation.Name);
        }
    }

    [Test]
    public async Task Server_info_states_the_limits_in_force()
    {
        var info = await RealServer.Catalog.GetServerInfoAsync(new GetServerInfoRequest());

        var (limits, options) = (info.Limits, RealServer.Options);
        Assert.That(limits.ReceiveMessageBytes, Is.EqualTo(options.ReceiveMessageBytes));
        Assert.That(limits.ConcurrentSolveCount, Is.EqualTo(options.ConcurrentSolveCount));
        Assert.That(limits.QueueLength, Is.EqualTo(options.QueueLength));
        Assert.That(limits.SolveTimeLimit.ToTimeSpan(), Is.EqualTo(options.SolveTimeLimit));
        Assert.That(limits.ChangeCount, Is.EqualTo(options.ChangeCount));
        Assert.That(limits.ComparisonCaseCount, Is.EqualTo(options.ComparisonCaseCount));
        Assert.That(info.NetworkRevision, Is.EqualTo(RealServer.Data.Revision));
        Assert.That(info.Version, Does.Match(@"^\d+\.\d+\.\d+"));
        Assert.That(info.ProtocolVersion, Does.Match(@"^\d+\.\d+$"));
        Assert.That(info.Solvers.Where(s => !s.Available).Select(s => s.UnavailableReason), Has.None.Empty);
        Assert.That(info.Solvers.Where(s => s.Available), Is.Not.Empty);
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.TimelineIds))]
    public async Task Assessing_a_scenario_by_id_by_name_and_by_its_changes_is_the_same(string timeline)
    {
        var listed = await RealServer.Catalog.ListScenariosAsync(new ListScenariosRequest { Parent = timeline });

        Assert.That(listed.Scenarios, Is.Not.Empty);
        foreach (var scenario in listed.Scenarios)
        {
            var (byId, byName) = (Ask.About(timeline), Ask.About(timeline));
            byId.Scenario_ = scenario.Name.Split('/')[^1];
            byName.Scenario_ = scenario.Name;
            var spelt = await AssessAsync(Ask.About(timeline, "", "", [.. scenario.Changes]));

            Assert.That(await AssessAsync(byId), Is.EqualTo(spelt), scenario.Name);
            Assert.That(await AssessAsync(byName), Is.EqualTo(spelt), scenario.Name);
        }
    }

    // Without what differs from call to call, and without the scenario's id.
    private static async Task<AssessSupplyResponse> AssessAsync(Scenario scenario)
    {
        var answer = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(scenario));
        Assert.That(answer.Scenario, Is.EqualTo(scenario.Scenario_.Split('/')[^1]));
        (answer.Solve.SolveDuration, answer.Solve.TraceId, answer.Scenario) = (null, "", "");
        return answer;
    }

    private static async Task<List<string>> WalkAsync(int size, Func<int, string, Task<(IEnumerable<string> Names, string Next)>> ask)
    {
        var all = new List<string>();
        var token = "";
        do
        {
            var (names, next) = await ask(size, token);
            var page = names.ToList();
            Assert.That(page, Has.Count.InRange(1, size), "rows on a page");
            all.AddRange(page);
            token = next;
        }
        while (token.Length > 0);
        return all;
    }
}
