using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>What is wrong with a flow question, as the client is told.</summary>
[TestFixture]
internal sealed class FlowFaultTests
{
    private const string Network = "harris-ross-1955";

    [TestCase("harris-ross-1956", "harris-ross-1955")]
    [TestCase("networks/haris-ross-1955", "harris-ross-1955")]
    [TestCase("nothing", "")]
    public async Task An_unknown_network_is_NOT_FOUND(string name, string near)
    {
        var fault = await AskAsync(Ask.Flow(name, "origins", "destinations"));

        fault.IsAbout(StatusCode.NotFound, "NETWORK_UNKNOWN", "network", name.Replace("networks/", "", StringComparison.Ordinal), near);
        Assert.That(fault.Resource!.ResourceType, Is.EqualTo("network"));
    }

    [Test]
    public async Task A_question_about_nothing_is_refused()
    {
        var fault = await AskAsync(new SolveMaxFlowRequest { From = { "a" }, To = { "b" } });

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.InvalidArgument, "SUBJECT_MISSING")));
        Assert.That(fault.Message, Does.Contain("network").And.Contain("scenario"));
    }

    [Test]
    public async Task An_unknown_node_is_told_the_nearest()
    {
        var fault = await AskAsync(Ask.Flow(Network, "orgins", "destinations"));

        fault.IsAbout(StatusCode.InvalidArgument, "NODE_UNKNOWN", "from[0]", "orgins", "origins");
    }

    [TestCase("chitta", "chita")]
    [TestCase("primorie", "primorye")]
    [TestCase("source", "sources")]
    public async Task An_unknown_place_of_a_timeline_is_told_the_nearest(string place, string near)
    {
        var fault = await AskAsync(Ask.Flow(Ask.About("history-1940"), "novosibirsk", place));

        fault.IsAbout(StatusCode.InvalidArgument, "NODE_UNKNOWN", "to[0]", place, near);
    }

    [Test]
    public async Task Missing_terminals_are_all_told()
    {
        var fault = await AskAsync(new SolveMaxFlowRequest { Network = Network });

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.InvalidArgument, "TERMINALS_MISSING")));
        Assert.That(fault.Fields, Is.EqualTo(new[] { "from", "to" }));
        Assert.That(fault.Info.Metadata["problem_count"], Is.EqualTo("2"));
    }

    [Test]
    public async Task A_place_that_is_both_ends_is_refused()
    {
        var fault = await AskAsync(new SolveMaxFlowRequest { Scenario = Ask.About("history-1940"), From = { "chita", "omsk" }, To = { "chita" } });

        fault.IsAbout(StatusCode.InvalidArgument, "TERMINALS_OVERLAP", "to", "chita");
    }

    [Test]
    public async Task Every_fault_is_told_at_once()
    {
        var fault = await AskAsync(new SolveMaxFlowRequest { Network = Network, From = { "origins", "x1" }, To = { "origins", "x2" } });

        Assert.That(fault.Fields, Is.EquivalentTo(new[] { "from[1]", "to[1]", "to" }));
        Assert.That(fault.Message, Does.Contain("x1").And.Contain("x2").And.Contain("both at origins"));
    }

    [Test]
    public async Task Places_that_nothing_joins_are_FAILED_PRECONDITION()
    {
        var fault = await AskAsync(Ask.Flow(Ask.About("history-1940"), "novosibirsk", "harbin"));

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.FailedPrecondition, "NO_ROUTE")), "no track leads across the front line");
        Assert.That(fault.Info.Metadata["route"], Is.EqualTo("novosibirsk -> harbin"));
        Assert.That(fault.Message, Does.Contain("novosibirsk").And.Contain("harbin"));
    }

    [Test]
    public async Task Places_that_only_the_changes_part_are_answered_with_0()
    {
        var answer = await RealServer.Flow.SolveMaxFlowAsync(
            Ask.Flow(Ask.About("history-1940", "", "", Ask.Close("circum-baikal-tunnels")), "novosibirsk", "chita"));

        Assert.That(answer.MaxFlow, Is.Zero);
        Assert.That(answer.Solve.CertificateAccepted);
        Assert.That(answer.SourceSideNodes, Does.Contain("novosibirsk").And.Not.Contain("chita"));
    }

    [Test]
    public async Task No_route_stays_no_route_whatever_else_is_changed()
    {
        var fault = await AskAsync(Ask.Flow(Ask.About("history-1940", "", "", Ask.Close("circum-baikal-tunnels")), "novosibirsk", "harbin"));

        Assert.That(fault.Info.Reason, Is.EqualTo("NO_ROUTE"));
    }

    private static Task<Fault> AskAsync(SolveMaxFlowRequest request) => Fault.OfAsync(RealServer.Flow.SolveMaxFlowAsync(request));
}
