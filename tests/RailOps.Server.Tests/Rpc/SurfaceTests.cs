using System.Reflection;
using Grpc.Core;
using NUnit.Framework;

namespace RailOps.Server.Tests.Rpc;

/// <summary>
/// The public and protected members of the mirrored namespaces are a promise: code written against them must also build against the public
/// library. The list makes every change of the surface visible, so that it is checked against that library before it is made.
/// </summary>
[TestFixture]
internal sealed class SurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Test]
    public void The_mirrored_members_are_those_of_the_checked_in_list()
    {
        Assume.That(typeof(ServerCallContext).Assembly.GetName().Name, Is.EqualTo("RailOps.Rpc"), "the public library has more than is mirrored");
        var actual = Surface().ToList();
        var expected = Listed();

        Assert.That(
            actual,
            Is.EquivalentTo(expected),
            "The surface changed. Check each new member against the public gRPC library, then write it into Rpc/surface.txt:\n"
            + string.Join('\n', actual.Except(expected, StringComparer.Ordinal).Select(line => $"+ {line}")
                .Concat(expected.Except(actual, StringComparer.Ordinal).Select(line => $"- {line}"))));
    }

    [Test]
    public void Every_listed_member_is_there_in_the_library_that_this_build_uses()
    {
        var members = typeof(SurfaceTests).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Grpc.", StringComparison.Ordinal) || name.Name == "RailOps.Rpc")
            .SelectMany(name => Assembly.Load(name).GetExportedTypes())
            .SelectMany(type => Lineage(type).SelectMany(owner => owner.GetMembers(Declared)).Where(IsVisible).Select(member => $"{type.FullName}: {member}"))
            .ToHashSet(StringComparer.Ordinal);

        // Constructors of what only the host makes differ, and no code of this project calls them.
        var missing = Listed().Where(line => !line.Contains(".ctor(", StringComparison.Ordinal) && !members.Contains(line));

        Assert.That(missing, Is.Empty);
    }

    private static string[] Listed() =>
        File.ReadAllLines(Path.Combine(OtherClient.Root, "tests", "RailOps.Server.Tests", "Rpc", "surface.txt"));

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var each = type; each is not null; each = each.BaseType)
            yield return each;
    }

    private static IEnumerable<string> Surface() => typeof(ServerCallContext).Assembly.GetExportedTypes()
        .Where(type => type.Namespace is "Grpc.Core" or "Grpc.Core.Interceptors" or "Grpc.AspNetCore.Server" or "Grpc.Net.Client"
            or "Microsoft.AspNetCore.Builder" or "Microsoft.Extensions.DependencyInjection")
        .SelectMany(type => type.GetMembers(Declared).Where(IsVisible).Select(member => $"{type.FullName}: {member}"))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        Type type => type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem,
        _ => false,
    };
}
