using System.Reflection;
using NUnit.Framework;
using RailOps.Analysis.Supply;
using RailOps.Model;
using RailOps.Solvers.Graphs;

namespace RailOps.Analysis.Tests.Architecture;

/// <summary>Names every allowed arrow between the rooms that this project can see; the server's tests name the rest.</summary>
public sealed class ArrowTests
{
    private static string[] RoomsOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("RailOps.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Test]
    public void Model_knows_no_other_room() => Assert.That(RoomsOf(typeof(RailData).Assembly), Is.Empty);

    [Test]
    public void Solvers_know_nothing_but_the_base_class_library()
    {
        var foreign = typeof(FlowGraph).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n != "netstandard");
        Assert.That(foreign, Is.Empty);
    }

    [Test]
    public void Analysis_knows_model_and_solvers_only() =>
        Assert.That(RoomsOf(typeof(SupplyAssessor).Assembly), Is.EqualTo(new[] { "RailOps.Model", "RailOps.Solvers" }));

    [Test]
    public void Analysis_knows_no_protobuf() => Assert.That(
        typeof(SupplyAssessor).Assembly.GetReferencedAssemblies().Select(a => a.Name), Has.None.StartsWith("Google").And.None.StartsWith("Grpc"));

    [Test]
    public void The_checkers_use_no_solver()
    {
        var checking = typeof(FlowGraph).Assembly.GetTypes()
            .Where(t => t.Namespace == "RailOps.Solvers.Checking")
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .OfType<MethodInfo>()
            .SelectMany(m => m.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? [])
            .Select(t => t.Name)
            .ToList();
        Assert.That(checking, Is.Not.Empty);
        Assert.That(checking, Has.None.EndsWith("Solver").And.None.EndsWith("Session").And.None.EndsWith("Engine"));
    }
}
