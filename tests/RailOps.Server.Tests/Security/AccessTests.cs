using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using RailOps.Contracts.Health;
using RailOps.Server.Errors;
using RailOps.Server.Security;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Rpc.Contract;
using RailOps.Server.Tests.Services;
using ServingStatus = RailOps.Contracts.Health.HealthCheckResponse.Types.ServingStatus;

namespace RailOps.Server.Tests.Security;

[TestFixture]
internal sealed class AccessTests
{
    private TestKeys _keys = null!;
    private ManualTime _time = null!;

    [SetUp]
    public void MakeKeys() => (_keys, _time) = (new TestKeys(), new ManualTime());

    [TearDown]
    public void RemoveKeys() => _keys.Dispose();

    [TestCase("authorization", "Bearer ")]
    [TestCase("authorization", "bearer ")]
    [TestCase("x-api-key", "")]
    public async Task A_call_with_a_key_is_answered(string header, string prefix)
    {
        var key = _keys.Add("planner");
        _keys.Add("somebody-else");
        await using var server = await StartedServer.StartAsync(_keys.Options);

        var answer = await Probe(server).EchoAsync(new EchoRequest(), new Metadata { { header, prefix + key } });

        Assert.That(answer, Is.Not.Null);
    }

    [Test]
    public async Task A_call_without_a_key_is_UNAUTHENTICATED_and_says_how_to_send_one()
    {
        _keys.Add("planner");
        await using var server = await StartedServer.StartAsync(_keys.Options);

        var fault = await Fault.OfAsync(Probe(server).EchoAsync(new EchoRequest()));

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.Unauthenticated, ErrorReasons.KeyMissing)));
        Assert.That(fault.Message, Does.Contain("authorization: Bearer").And.Contain("x-api-key"));
    }

    [Test]
    public async Task A_stream_without_a_key_is_UNAUTHENTICATED_too()
    {
        _keys.Add("planner");
        await using var server = await StartedServer.StartAsync(_keys.Options);
        using var call = Probe(server).Count(new CountRequest { MessageCount = 3 });

        var failure = (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext()))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Unauthenticated));
    }

    [TestCase("railops_wrong")]
    [TestCase("")]
    public async Task A_wrong_key_is_UNAUTHENTICATED(string key)
    {
        _keys.Add("planner");
        await using var server = await StartedServer.StartAsync(_keys.Options);

        var fault = await Fault.OfAsync(Probe(server).EchoAsync(new EchoRequest(), new Metadata { { "x-api-key", key } }));

        Assert.That(fault.Code, Is.EqualTo(StatusCode.Unauthenticated));
    }

    [Test]
    public async Task Methods_that_do_not_exist_are_hidden_from_those_without_a_key()
    {
        _keys.Add("planner");
        await using var server = await StartedServer.StartAsync(_keys.Options);
        using var raw = new Rpc.RawCall(server);

        var end = await raw.SendAsync("NoSuchMethod", Rpc.RawCall.Frame([]));

        Assert.That((end.HttpStatus, end.Status), Is.EqualTo((200, (int)StatusCode.Unauthenticated)));
    }

    [Test]
    public async Task Health_is_open_over_gRPC_and_HTTP()
    {
        _keys.Add("planner");
        await using var server = await StartedServer.StartAsync(_keys.Options);
        using var http = new HttpClient();

        var answer = await new Contracts.Health.Health.HealthClient(server.Channel).CheckAsync(new HealthCheckRequest());

        Assert.That(answer.Status, Is.EqualTo(ServingStatus.Serving));
        Assert.That(await http.GetStringAsync(new Uri($"{server.HttpAddress}/healthz")), Is.EqualTo("ok\n"));
    }

    [Test]
    public async Task HTTP_endpoints_need_a_key_as_well()
    {
        var key = _keys.Add("prometheus");
        await using var server = await StartedServer.StartAsync(_keys.Options);
        using var http = new HttpClient();
        var metrics = new Uri($"{server.HttpAddress}/metrics");

        using var refused = await http.GetAsync(metrics);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answered = await http.GetAsync(metrics);

        Assert.That((refused.StatusCode, refused.Headers.WwwAuthenticate.Single().Scheme), Is.EqualTo((HttpStatusCode.Unauthorized, "Bearer")));
        Assert.That(answered.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_call_by_gRPC_Web_without_a_key_is_UNAUTHENTICATED_in_its_own_content_type()
    {
        _keys.Add("planner");
        await using var server = await StartedServer.StartAsync(_keys.Options);
        using var http = new HttpClient();
        using var body = new ByteArrayContent(Rpc.RawCall.Frame([]));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");

        using var refused = await http.PostAsync(new Uri($"{server.HttpAddress}/railops.probe.v1.ProbeService/Echo"), body);

        Assert.That(refused.Headers.GetValues("grpc-status").Single(), Is.EqualTo("16"));
        Assert.That(refused.Content.Headers.ContentType!.MediaType, Does.StartWith("application/grpc-web"));
    }

    [Test]
    public async Task Over_its_rate_a_key_gets_RESOURCE_EXHAUSTED_with_the_exact_wait_and_others_go_on()
    {
        var slow = _keys.Add("slow", requestsPerSecond: 2);
        var other = _keys.Add("other");
        await using var server = await StartAsync();
        await EchoAsync(server, slow);
        await EchoAsync(server, slow);

        var fault = await Fault.OfAsync(Probe(server).EchoAsync(new EchoRequest(), Key(slow)));

        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.ResourceExhausted, ErrorReasons.KeyRateExceeded)));
        Assert.That(fault.RetryAfter, Is.EqualTo(TimeSpan.FromMilliseconds(500)));
        Assert.That(fault.Message, Does.Contain("\"slow\" may send 2 requests a second"));
        await EchoAsync(server, other);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await EchoAsync(server, slow);
    }

    [Test]
    public async Task Over_its_rate_a_key_gets_429_over_HTTP()
    {
        var key = _keys.Add("scraper", requestsPerSecond: 1);
        await using var server = await StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-api-key", key);
        await http.GetStringAsync(new Uri(server.HttpAddress));

        using var refused = await http.GetAsync(new Uri(server.HttpAddress));

        Assert.That((refused.StatusCode, refused.Headers.RetryAfter!.Delta), Is.EqualTo((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1))));
    }

    [Test]
    public async Task A_key_may_have_only_so_many_calls_open_and_a_call_that_ends_makes_room()
    {
        var key = _keys.Add("streams", concurrentCalls: 1);
        await using var server = await StartAsync();
        using (var open = Probe(server).Count(new CountRequest { EndlessKey = "open" }, Key(key)))
        {
            Assert.That(await open.ResponseStream.MoveNext());

            var fault = await Fault.OfAsync(Probe(server).EchoAsync(new EchoRequest(), Key(key)));

            Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.ResourceExhausted, ErrorReasons.KeyCallsExceeded)));
            Assert.That(fault.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
        }
        await server.SeeStoppedAsync("open");

        Assert.That(() => EchoAsync(server, key), Throws.Nothing.After(3000, 50));
    }

    [Test]
    public async Task A_removed_key_is_refused_and_an_added_one_taken_without_a_restart()
    {
        var removed = _keys.Add("removed");
        await using var server = await StartAsync();
        await EchoAsync(server, removed);
        var added = _keys.Add("added");
        ApiKeyFile.Remove(_keys.File, "removed");

        await EchoAsync(server, removed);
        _time.Advance(TimeSpan.FromSeconds(1.5));

        var fault = await Fault.OfAsync(Probe(server).EchoAsync(new EchoRequest(), Key(removed)));
        Assert.That(fault.Info.Reason, Is.EqualTo(ErrorReasons.KeyUnknown));
        await EchoAsync(server, added);
    }

    [Test]
    public async Task A_file_broken_while_the_server_runs_changes_nothing_but_warns()
    {
        using var log = new LogText();
        var key = _keys.Add("planner");
        await using var server = await StartAsync(log);
        await File.WriteAllTextAsync(_keys.File, "nonsense\n");
        _time.Advance(TimeSpan.FromSeconds(2));

        await EchoAsync(server, key);

        Assert.That(log.Text, Does.Contain("Keys of before stay in force").And.Contain("Line 1"));
    }

    [Test]
    public async Task Keys_right_or_wrong_never_reach_the_log_the_metrics_or_an_answer()
    {
        using var log = new LogText();
        var right = _keys.Add("planner", requestsPerSecond: 2);
        var wrong = ApiKeySecret.Make();
        await using var server = await StartAsync(log);
        var answers = new List<string>();
        foreach (var key in new[] { right, wrong, right, right, wrong })
        {
            using var call = Probe(server).EchoAsync(new EchoRequest(), Key(key));
            try
            {
                await call;
            }
            catch (RpcException failure)
            {
                answers.Add(failure.ToString() + Fault.Of(failure).Info);
            }
        }
        using var http = new HttpClient();
        _time.Advance(TimeSpan.FromSeconds(1));
        http.DefaultRequestHeaders.Add("x-api-key", right);
        answers.Add(await http.GetStringAsync(new Uri($"{server.HttpAddress}/metrics")));

        Assert.That(answers, Has.Count.EqualTo(4));
        Assert.That(log.Text, Does.Contain("railops.probe.v1.ProbeService/Echo"), "the log should have been written at its most detailed");
        foreach (var secret in new[] { right, wrong, ApiKeySecret.HashHex(right), ApiKeySecret.HashHex(wrong) })
            Assert.That(log.Text + string.Concat(answers), Does.Not.Contain(secret));
    }

    private Task<StartedServer> StartAsync(ILoggerProvider? log = null) => StartedServer.StartAsync(_keys.Options, builder =>
    {
        builder.Services.AddSingleton(provider => new ApiKeyRing(_keys.Options, _time, provider.GetRequiredService<ILogger<ApiKeyRing>>()));
        if (log is null)
            return;
        builder.Logging.AddProvider(log);
        builder.Services.Configure<LoggerFilterOptions>(filter =>
        {
            filter.Rules.Clear();
            filter.MinLevel = LogLevel.Trace;
        });
    });

    private static ProbeService.ProbeServiceClient Probe(StartedServer server) => new(server.Channel);

    private static Metadata Key(string key) => new() { { "authorization", $"Bearer {key}" } };

    private static async Task EchoAsync(StartedServer server, string key) => await Probe(server).EchoAsync(new EchoRequest(), Key(key));
}
