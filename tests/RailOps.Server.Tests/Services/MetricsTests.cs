using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Hosting;

namespace RailOps.Server.Tests.Services;

/// <summary>
/// What was asked shows on /metrics. Its own server: telemetry of one process is shared by all servers in it, and another that stops ends it.
/// </summary>
[TestFixture]
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Disposed in the one-time tear-down.")]
internal sealed class MetricsTests
{
    private WebApplication _app = null!;
    private GrpcChannel _channel = null!;
    private HttpClient _http = null!;
    private SupplyService.SupplyServiceClient _supply = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _app = RealServer.Build(new ServerOptions());
        await _app.StartAsync();
        var ports = RailOpsHost.Ports(_app);
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{ports.GrpcPort}");
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports.HttpPort}") };
        _supply = new SupplyService.SupplyServiceClient(_channel);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        _channel.Dispose();
        await _app.DisposeAsync();
    }

    [Test]
    public async Task Each_question_is_counted_with_its_kind_and_its_call()
    {
        var before = await MetricsAsync();

        await _supply.AssessSupplyAsync(Ask.Assess("history-1940"));
        await _supply.CompareTimelinesAsync(Ask.Compare(Ask.About("history-1940"), Ask.About("history-1939")));
        await new FlowService.FlowServiceClient(_channel).SolveMaxFlowAsync(Ask.Flow("harris-ross-1955", "origins", "destinations"));
        await Fault.OfAsync(_supply.AssessSupplyAsync(Ask.Assess("atlantis")));
        var after = await MetricsAsync();

        foreach (var kind in new[] { "assess_supply", "compare_timelines", "max_flow" })
        {
            var pattern = $"railops_solve_duration_seconds_count\\{{[^}}]*{kind}[^}}]*\\}}";
            Assert.That(Sum(after, pattern) - Sum(before, pattern), Is.EqualTo(1), kind);
        }

        const string Call = "rpc_server_call_duration_seconds_count\\{[^}]*railops.v1.SupplyService/AssessSupply\",rpc_status_code=\"";
        Assert.That(Sum(after, Call + "OK\"[^}]*\\}") - Sum(before, Call + "OK\"[^}]*\\}"), Is.EqualTo(1));
        Assert.That(Sum(after, Call + "NOT_FOUND\"[^}]*\\}") - Sum(before, Call + "NOT_FOUND\"[^}]*\\}"), Is.EqualTo(1));
        Assert.That(Sum(after, "railops_certificate_failures_total\\{[^}]*\\}"), Is.Zero, "a certificate was refused");
    }

    [Test]
    public async Task The_solves_are_named_by_what_they_proved()
    {
        var request = Ask.Assess("history-1940");
        request.Policy = AllocationPolicy.Fair;
        await _supply.AssessSupplyAsync(request);

        var text = await MetricsAsync();

        var solve = text.Split('\n').Where(l => l.StartsWith("railops_solve_duration_seconds_count", StringComparison.Ordinal) && l.Contains("Fair allocation", StringComparison.Ordinal));
        Assert.That(solve.Single(), Does.Contain("railops_solve_termination=\"optimal\"").And.Contain("railops_problem_type=\"assess_supply\""));
        Assert.That(text, Does.Match("railops_solve_iterations_total\\{[^}]*\\} [1-9]"));
        Assert.That(text, Does.Contain("railops_solve_queue_duration_seconds_count"));
    }

    private Task<string> MetricsAsync() => _http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

    private static long Sum(string text, string pattern) => Regex
        .Matches(text, $"(?m)^{pattern} (?<count>\\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
        .Sum(match => long.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
}
