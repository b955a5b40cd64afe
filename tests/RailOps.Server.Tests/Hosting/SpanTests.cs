using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Telemetry;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed class SpanTests
{
    [Test]
    public async Task The_span_of_a_call_is_named_for_its_method_and_carries_the_status()
    {
        var traceId = ActivityTraceId.CreateRandom();
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => Keep(spans, span, traceId),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await StartedServer.StartAsync();
        var headers = new Metadata { { "traceparent", $"00-{traceId.ToHexString()}-0123456789abcdef-01" } };

        await Assert.ThrowsAsync<RpcException>(
            () => new ProbeService.ProbeServiceClient(server.Channel).FailAsync(new FailRequest { Code = 15 }, headers).ResponseAsync);
        await server.DisposeAsync();

        var span = spans.Single();
        Assert.That(span.DisplayName, Is.EqualTo("railops.probe.v1.ProbeService/Fail"));
        Assert.That(span.GetTagItem(TelemetryNames.RpcSystemName), Is.EqualTo("grpc"));
        Assert.That(span.GetTagItem(TelemetryNames.RpcStatusCode), Is.EqualTo("DATA_LOSS"));
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
    }

    private static void Keep(ConcurrentBag<Activity> spans, Activity span, ActivityTraceId traceId)
    {
        if (span.TraceId == traceId)
            spans.Add(span);
    }
}
