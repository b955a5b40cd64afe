using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.Health;
using RailOps.Contracts.Rpc;
using RailOps.Server.Errors;
using RailOps.Server.Tests.Rpc.Contract;
using ServingStatus = RailOps.Contracts.Health.HealthCheckResponse.Types.ServingStatus;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed class HealthAndShutdownTests
{
    [TestCase("")]
    [TestCase("grpc.health.v1.Health")]
    [TestCase("railops.probe.v1.ProbeService")]
    public async Task Check_says_that_a_known_service_serves(string service)
    {
        await using var server = await StartedServer.StartAsync();

        var answer = await Health(server).CheckAsync(new HealthCheckRequest { Service = service });

        Assert.That(answer.Status, Is.EqualTo(ServingStatus.Serving));
    }

    [Test]
    public async Task Check_of_an_unknown_service_is_NOT_FOUND_and_names_the_known_ones()
    {
        await using var server = await StartedServer.StartAsync();

        var failure = (await Assert.ThrowsAsync<RpcException>(
            () => Health(server).CheckAsync(new HealthCheckRequest { Service = "railops" }).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.NotFound));
        Assert.That(failure.Status.Detail, Does.Contain("railops.probe.v1.ProbeService"));
    }

    [Test]
    public async Task Watch_of_an_unknown_service_says_so_and_stays_open()
    {
        await using var server = await StartedServer.StartAsync();
        using var call = Health(server).Watch(new HealthCheckRequest { Service = "railops" });

        Assert.That(await call.ResponseStream.MoveNext());
        Assert.That(call.ResponseStream.Current.Status, Is.EqualTo(ServingStatus.ServiceUnknown));
        var next = call.ResponseStream.MoveNext();
        await Task.Delay(100);
        Assert.That(next.IsCompleted, Is.False);
    }

    [Test]
    public async Task Stopping_ends_Watch_with_UNAVAILABLE_and_does_not_wait_for_it()
    {
        await using var server = await StartedServer.StartAsync();
        using var call = Health(server).Watch(new HealthCheckRequest());
        Assert.That(await call.ResponseStream.MoveNext());
        var next = call.ResponseStream.MoveNext();

        await server.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(4));

        var failure = (await Assert.ThrowsAsync<RpcException>(() => next))!;
        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Unavailable));
        var details = Contracts.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer)).Details;
        Assert.That(details[0].Unpack<ErrorInfo>().Reason, Is.EqualTo(ErrorReasons.Draining));
    }

    [Test]
    public async Task Stopping_waits_no_longer_than_its_limit_for_a_stubborn_stream()
    {
        await using var server = await StartedServer.StartAsync(new Server.Hosting.ServerOptions { ShutdownTimeLimit = TimeSpan.FromMilliseconds(300) });
        using var call = new ProbeService.ProbeServiceClient(server.Channel).Count(new CountRequest { EndlessKey = "stubborn", PayloadBytes = 100_000 });
        Assert.That(await call.ResponseStream.MoveNext());

        await server.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(4));

        await server.SeeStoppedAsync("stubborn");
    }

    [Test]
    public async Task Stopping_ends_open_conversations_and_uploads_within_its_limit()
    {
        await using var server = await StartedServer.StartAsync(new Server.Hosting.ServerOptions { ShutdownTimeLimit = TimeSpan.FromMilliseconds(300) });
        var client = new ProbeService.ProbeServiceClient(server.Channel);
        using var chat = client.Chat();
        using var sum = client.Sum();
        await chat.RequestStream.WriteAsync(new EchoRequest { Text = "open" });
        await sum.RequestStream.WriteAsync(new CountResponse { Value = 1 });
        Assert.That(await chat.ResponseStream.MoveNext());
        var next = chat.ResponseStream.MoveNext();

        await server.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(4));

        await Assert.ThrowsAsync<RpcException>(() => next.WaitAsync(TimeSpan.FromSeconds(4)));
        await Assert.ThrowsAsync<RpcException>(() => sum.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(4)));
    }

    private static Contracts.Health.Health.HealthClient Health(StartedServer server) => new(server.Channel);
}
