using NUnit.Framework;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

/// <summary>One server for all tests of a class.</summary>
internal abstract class ProbeFixture
{
    protected StartedServer Server { get; private set; } = null!;

    protected ProbeService.ProbeServiceClient Client { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Server = await StartedServer.StartAsync();
        Client = new ProbeService.ProbeServiceClient(Server.Channel);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await Server.DisposeAsync();
}
