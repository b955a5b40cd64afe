using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Hosting;
using RailOps.Server.Services;
using RailOps.Server.Tests.Security;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed class LimitsToldTests
{
    private static readonly ServerOptions Options = new()
    {
        ReceiveMessageBytes = 11, ConcurrentSolveCount = 12, QueueLength = 13, SolveTimeLimit = TimeSpan.FromSeconds(14), ChangeCount = 15,
        ComparisonCaseCount = 16, StreamsPerConnection = 17, ConnectionCount = 18, RequestsPerSecondPerKey = 19, ConcurrentCallsPerKey = 20,
    };

    [Test]
    public void GetServerInfo_states_every_limit()
    {
        using var keys = new TestKeys();

        var limits = new RailOpsApi(EmptyData.Make(), Options with { KeyFile = keys.File }, TimeProvider.System).Catalog.GetServerInfo().Limits;

        Assert.That(limits, Is.EqualTo(new ServerLimits
        {
            ReceiveMessageBytes = 11, ConcurrentSolveCount = 12, QueueLength = 13, SolveTimeLimit = new() { Seconds = 14 }, ChangeCount = 15,
            ComparisonCaseCount = 16, StreamsPerConnection = 17, ConnectionCount = 18, KeyRequired = true, RequestsPerSecondPerKey = 19,
            ConcurrentCallsPerKey = 20,
        }));
    }

    [Test]
    public void Without_keys_no_limit_of_keys_is_stated()
    {
        var limits = new RailOpsApi(EmptyData.Make(), Options, TimeProvider.System).Catalog.GetServerInfo().Limits;

        Assert.That((limits.KeyRequired, limits.RequestsPerSecondPerKey, limits.ConcurrentCallsPerKey), Is.EqualTo((false, 0, 0)));
    }
}
