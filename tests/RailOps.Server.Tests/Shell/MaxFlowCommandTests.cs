using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class MaxFlowCommandTests
{
    [Test]
    public async Task A_known_network_is_asked_as_a_network()
    {
        var client = Client();
        var run = await ShellRun.OfAsync(client, "maxflow", "harris-ross-1955", "--from", "a,b", "--to", "c");
        var request = (SolveMaxFlowRequest)client.LastRequest!;

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(request.Network, Is.EqualTo("harris-ross-1955"));
        Assert.That(request.From, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(request.To, Is.EqualTo(new[] { "c" }));
    }

    [Test]
    public async Task Anything_else_is_asked_as_a_timeline_in_its_situation()
    {
        var client = Client();
        await ShellRun.OfAsync(client, "maxflow", "sample", "--from", "sources", "--to", "fronts", "--close", "tunnel", "--level", "high");
        var request = (SolveMaxFlowRequest)client.LastRequest!;

        Assert.That(request.Scenario.Timeline, Is.EqualTo("sample"));
        Assert.That(request.Scenario.Changes[0].Close.Target, Is.EqualTo("tunnel"));
        Assert.That(request.Level, Is.EqualTo(EstimateLevel.High));
    }

    [Test]
    public async Task A_network_has_no_changes_and_says_so()
    {
        var run = await ShellRun.OfAsync(Client(), "maxflow", "harris-ross-1955", "--from", "a", "--to", "c", "--close", "x");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("no date, side, scenario or changes"));
    }

    [Test]
    public async Task An_arc_without_limit_is_called_unlimited()
    {
        var run = await ShellRun.OfAsync(Client(), "maxflow", "harris-ross-1955", "--from", "a", "--to", "c", "--flows");

        Assert.That(run.Output, Does.Contain("163,000 tons pass.").And.Contain("unlimited").And.Contain("No other minimum cut exists."));
    }

    private static FakeClient Client() => new FakeClient()
        .Answer<ListNetworksRequest>(request => request.PageToken.Length == 0
            ? new ListNetworksResponse { Networks = { new Network { Name = "networks/other" } }, NextPageToken = "2" }
            : new ListNetworksResponse { Networks = { new Network { Name = "networks/harris-ross-1955" } } })
        .Answer<SolveMaxFlowRequest>(_ => new SolveMaxFlowResponse
        {
            Unit = "tons",
            MaxFlow = 163_000,
            Headline = "163,000 tons pass.",
            CutUnique = true,
            Cut = { new FlowArc { Id = "a--c", FromNode = "a", ToNode = "c", Capacity = 163_000, Flow = 163_000 } },
            Flows = { new FlowArc { Id = "s--a", FromNode = "s", ToNode = "a", Capacity = -1, Flow = 163_000 } },
        });
}
