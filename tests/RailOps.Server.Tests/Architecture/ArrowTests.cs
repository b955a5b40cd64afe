using System.Reflection;
using NUnit.Framework;
using RailOps.Server.Hosting;

namespace RailOps.Server.Tests.Architecture;

/// <summary>Names every allowed arrow of the server and of what it carries; the tests of Analysis name those of the inner rooms.</summary>
[TestFixture]
internal sealed class ArrowTests
{
    private static readonly Assembly Server = typeof(RailOpsHost).Assembly;

    [Test]
    public void The_server_knows_these_rooms_and_no_other() => Assert.That(
        RoomsOf(Server), Is.EqualTo(new[] { "RailOps.Analysis", "RailOps.Contracts", "RailOps.Model", "RailOps.OrTools", "RailOps.Rpc", "RailOps.Solvers" }));

    [Test]
    public void The_contracts_know_the_wire_only() =>
        Assert.That(RoomsOf(typeof(Contracts.V1.Scenario).Assembly), Is.EqualTo(new[] { "RailOps.Rpc" }));

    [Test]
    public void The_wire_knows_no_room_and_no_protobuf()
    {
        var wire = Assembly.Load("RailOps.Rpc");

        Assert.That(RoomsOf(wire), Is.Empty);
        Assert.That(wire.GetReferencedAssemblies().Select(a => a.Name), Has.None.StartsWith("Google"));
    }

    [Test]
    public void Nothing_that_is_shipped_knows_a_test()
    {
        foreach (var room in RoomsOf(Server).Select(Assembly.Load).Append(Server))
        {
            var names = room.GetReferencedAssemblies().Select(a => a.Name!).ToList();
            Assert.That(names, Has.None.EndsWith(".Tests").And.None.EqualTo("RailOps.Testing"), room.GetName().Name);
            Assert.That(names, Has.None.StartsWith("nunit").IgnoreCase.And.None.StartsWith("FsCheck"), room.GetName().Name);
        }
    }

    private static string[] RoomsOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("RailOps.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
