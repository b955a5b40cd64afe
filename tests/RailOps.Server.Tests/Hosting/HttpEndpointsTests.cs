using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using RailOps.Server.Telemetry;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed class HttpEndpointsTests
{
    private StartedServer _server = null!;
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await StartedServer.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_server.HttpAddress) };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task The_root_points_to_both_ports()
    {
        var text = await _http.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.That(text, Does.Contain($"port {_server.Ports.GrpcPort}").And.Contain($"port {_server.Ports.HttpPort}"));
    }

    [Test]
    public async Task Healthz_answers_ok() =>
        Assert.That(await _http.GetStringAsync(new Uri("/healthz", UriKind.Relative)), Is.EqualTo("ok\n"));

    [Test]
    public async Task An_unknown_path_is_a_404()
    {
        using var response = await _http.GetAsync(new Uri("/nothing", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Metrics_has_the_content_type_of_Prometheus_text()
    {
        using var response = await _http.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/plain; version=0.0.4; charset=utf-8"));
    }

    [Test]
    public async Task Each_line_of_metrics_is_a_comment_or_a_sample()
    {
        foreach (var line in (await MetricsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.That(line, Does.Match(@"^# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .+$|^[a-zA-Z_:][a-zA-Z0-9_:]*\{.*\} (-?\d\S*|\+Inf|-Inf|NaN)$"));
    }

    [Test]
    public async Task Calls_are_measured_by_method_and_status()
    {
        var client = new ProbeService.ProbeServiceClient(_server.Channel);
        await client.EchoAsync(new EchoRequest());
        await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => client.FailAsync(new FailRequest { Code = 5 }).ResponseAsync);

        var text = await MetricsAsync();

        Assert.That(text, Does.Match(
            "rpc_server_call_duration_seconds_count\\{otel_scope_name=\"RailOps\",rpc_method=\"railops.probe.v1.ProbeService/Echo\",rpc_status_code=\"OK\",rpc_system_name=\"grpc\"\\} [1-9]"));
        Assert.That(text, Does.Match("_count\\{.*error_type=\"NOT_FOUND\",rpc_method=\"railops.probe.v1.ProbeService/Fail\",rpc_status_code=\"NOT_FOUND\""));
    }

    [Test]
    public async Task Methods_that_do_not_exist_share_one_name_in_metrics()
    {
        using var raw = new Rpc.RawCall(_server);
        await raw.SendAsync("MadeUpByACaller", Rpc.RawCall.Frame([]));

        var text = await MetricsAsync();

        Assert.That(text, Does.Contain("rpc_method=\"_OTHER\",rpc_status_code=\"UNIMPLEMENTED\"").And.Not.Contain("MadeUpByACaller"));
    }

    [Test]
    public async Task Histogram_buckets_are_cumulative_and_end_with_the_count()
    {
        var telemetry = _server.App.Services.GetRequiredService<RailOpsTelemetry>();
        foreach (var milliseconds in new[] { 0.3, 3, 3, 700, 4_000_000 })
            telemetry.SolveFinished(new SolveReport("bucket_test", "Dinic", "optimal", 500, TimeSpan.FromMilliseconds(milliseconds), 10, true));

        var text = await MetricsAsync();

        var buckets = Regex.Matches(text, "railops_solve_duration_seconds_bucket\\{[^}]*bucket_test[^}]*le=\"(?<bound>[^\"]+)\"\\} (?<count>\\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .ToDictionary(match => match.Groups["bound"].Value, match => long.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
        Assert.That(buckets, Has.Count.EqualTo(TelemetryNames.SolveBucketsSeconds.Count + 1));
        Assert.That((buckets["0.0005"], buckets["0.005"], buckets["1"], buckets["3600"], buckets["+Inf"]), Is.EqualTo((1L, 3L, 4L, 4L, 5L)));
        Assert.That(text, Does.Match("railops_solve_duration_seconds_count\\{[^}]*railops_problem_size=\"s\"[^}]*bucket_test[^}]*\\} 5"));
        Assert.That(text, Does.Match("railops_solve_iterations_total\\{[^}]*railops_solver_name=\"Dinic\"\\} 50"));
        Assert.That(text, Does.Match("railops_certificate_failures_total\\{[^}]*bucket_test[^}]*\\} 0"));
    }

    private Task<string> MetricsAsync() => _http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
}
