using NUnit.Framework;
using RailOps.OrTools.Hosts;

namespace RailOps.OrTools.Tests.Architecture;

/// <summary>Names the arrows of this room.</summary>
public sealed class ArrowTests
{
    [Test]
    public void OR_Tools_knows_the_solvers_only()
    {
        var rooms = typeof(IOrToolsHost).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("RailOps.", StringComparison.Ordinal));
        Assert.That(rooms, Is.EqualTo(new[] { "RailOps.Solvers" }));
    }
}
