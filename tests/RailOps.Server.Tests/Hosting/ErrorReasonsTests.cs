using System.Reflection;
using System.Text.RegularExpressions;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Errors;
using RailOps.Server.Tests.Rpc;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed partial class ErrorReasonsTests
{
    /// <summary>Words of this shape in proto comments that are no reasons: codes of gRPC, and the shape's own name.</summary>
    private static readonly HashSet<string> NotReasons = new(StringComparer.Ordinal)
    {
        "INVALID_ARGUMENT", "NOT_FOUND", "ALREADY_EXISTS", "FAILED_PRECONDITION", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED", "UPPER_SNAKE", "UPPER_SNAKE_CASE",
    };

    [Test]
    public void Every_reason_in_the_comments_of_the_contract_is_registered()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(OtherClient.Root, "proto", "railops"), "*.proto", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .ToLookup(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        var enumValues = lines[false].SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        var named = lines[true].SelectMany(Words).Where(word => !NotReasons.Contains(word) && !enumValues.Contains(word)).ToHashSet(StringComparer.Ordinal);

        Assert.That(named, Has.Count.GreaterThan(20), "the contract names hardly any reasons; is the test reading it right?");
        Assert.That(named.Except(ErrorReasons.All, StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public void The_registry_lists_every_constant_once_and_in_order()
    {
        var constants = typeof(ErrorReasons).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.Name != nameof(ErrorReasons.Domain))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal);

        Assert.That(ErrorReasons.All, Is.EqualTo(constants));
        Assert.That(ErrorReasons.All, Is.Unique.And.All.Match("^[A-Z][A-Z0-9_]{2,62}$"));
    }

    [Test]
    public void A_reason_that_is_not_registered_cannot_be_sent() =>
        Assert.That(() => RpcErrors.Create(StatusCode.Internal, "MADE_UP", "text"), Throws.ArgumentException.With.Message.Contains("MADE_UP"));

    private static IEnumerable<string> Words(string line) => UpperSnake().Matches(line).Select(match => match.Value);

    [GeneratedRegex(@"\b[A-Z]+(?:_[A-Z]+)+\b", RegexOptions.None, 1000)]
    private static partial Regex UpperSnake();
}
