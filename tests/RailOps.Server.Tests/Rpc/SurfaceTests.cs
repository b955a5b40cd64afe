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
        var file = Path.Combine(OtherClient.Root, "tests", "RailOps.Server.Tests", "Rpc", "surface.txt");
        var actual = Surface().ToList();
        var expected = File.ReadAllLines(file);

        Assert.That(
            actual,
            Is.EquivalentTo(expected),
            "The surface changed. Check each new member against the public gRPC library, then write it into Rpc/surface.txt:\n"
            + string.Join('\n', actual.Except(expected, StringComparer.Ordinal).Select(line => $"+ {line}")
                .Concat(expected.Except(actual, StringComparer.Ordinal).Select(line => $"- {line}"))));
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
