using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework;
using RailOps.Server.Hosting;

namespace RailOps.Server.Tests.Architecture;

/// <summary>
/// Generated messages stop at the rim of the server: members, fields and local variables of all other types are free of them. (Lines that
/// only pass a message through without a variable are not seen.)
/// </summary>
[TestFixture]
internal sealed class ContractTypeTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Rim = ["Errors", "Health", "Mapping", "Reflection", "Services", "Shell"];

    private static readonly Type[] Types = typeof(RailOpsHost).Assembly.GetTypes();

    [Test]
    public void Only_the_rim_of_the_server_handles_generated_messages()
    {
        var offenders = Types
            .Where(t => !IsRim(t))
            .SelectMany(t => UsedBy(t).Where(IsGenerated).Select(u => $"{t.FullName} uses {u.FullName}"))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void The_test_sees_messages_where_they_are([Values("Errors", "Health", "Mapping", "Reflection", "Services", "Shell")] string room) => Assert.That(
        Types.Where(t => RoomOf(t) == room).SelectMany(UsedBy).Where(IsGenerated), Is.Not.Empty, "a rim without messages needs no exception");

    [Test]
    public void Mapping_knows_no_service_and_the_errors_know_no_mapping()
    {
        Assert.That(RoomsUsedBy("Mapping"), Has.None.EqualTo("Services").And.None.EqualTo("Shell").And.None.EqualTo("Hosting"));
        Assert.That(RoomsUsedBy("Errors"), Has.None.EqualTo("Mapping").And.None.EqualTo("Services").And.None.EqualTo("Shell"));
        Assert.That(RoomsUsedBy("Telemetry"), Has.None.EqualTo("Mapping").And.None.EqualTo("Services").And.None.EqualTo("Shell"));
        Assert.That(RoomsUsedBy("Services"), Has.None.EqualTo("Shell"));
    }

    private static HashSet<string> RoomsUsedBy(string room) => Types
        .Where(t => RoomOf(t) == room)
        .SelectMany(UsedBy)
        .Where(u => u.Assembly == typeof(RailOpsHost).Assembly)
        .Select(RoomOf)
        .ToHashSet(StringComparer.Ordinal);

    private static bool IsGenerated(Type type) =>
        type.Namespace is { } name && name.StartsWith("RailOps.Contracts", StringComparison.Ordinal);

    private static bool IsRim(Type type) => Rim.Contains(RoomOf(type), StringComparer.Ordinal);

    private static string RoomOf(Type type)
    {
        const string Root = "RailOps.Server.";
        var name = (type.DeclaringType ?? type).Namespace ?? "";
        return name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : "";
    }

    private static IEnumerable<Type> UsedBy(Type type)
    {
        var direct = type.GetFields(Everything).Select(f => f.FieldType)
            .Concat(type.GetProperties(Everything).Select(p => p.PropertyType))
            .Concat(type.GetMethods(Everything).SelectMany(Signature))
            .Concat(type.GetConstructors(Everything).SelectMany(c => Body(c).Concat(c.GetParameters().Select(p => p.ParameterType))))
            .Concat(type.GetInterfaces());
        return direct.Append(type.BaseType).OfType<Type>().SelectMany(Parts).Where(u => !u.IsDefined(typeof(CompilerGeneratedAttribute), false));
    }

    private static IEnumerable<Type> Signature(MethodInfo method) =>
        method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType).Concat(Body(method));

    private static IEnumerable<Type> Body(MethodBase method) => method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? [];

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
