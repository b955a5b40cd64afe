using NUnit.Framework;
using RailOps.Model.Formats;

namespace RailOps.Model.Tests.Formats;

/// <summary>One edit of <see cref="TinyNetworks"/> and the one problem that it must cause.</summary>
internal sealed record Fault(
    string Name, Action<TinyNetworks> Edit, string Code, string File, int? Row, string Column, string Value, string Suggestion,
    ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary>Applies the edit and checks that exactly this problem is found.</summary>
    public void Check()
    {
        using var networks = new TinyNetworks();
        Edit(networks);
        var result = networks.Load();
        Assert.That(result.Problems, Has.Length.EqualTo(1), string.Join('\n', result.Problems));
        var problem = result.Problems[0];
        Assert.That(
            (problem.Severity, problem.Code, problem.File, problem.Row, problem.Column, problem.Value, problem.Suggestion),
            Is.EqualTo((Severity, Code, File, Row, Column, Value, Suggestion)), problem.Message);
        Assert.That(problem.Message, Is.Not.Empty);
        Assert.That(result.Data is null, Is.EqualTo(Severity == ProblemSeverity.Error));
    }

    public override string ToString() => Name;
}
