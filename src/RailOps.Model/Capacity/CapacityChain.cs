using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Capacity;

/// <summary>Collects the steps of one link while its capacity is worked out.</summary>
internal sealed class CapacityChain
{
    private readonly ImmutableArray<CapacityStep>.Builder _steps = ImmutableArray.CreateBuilder<CapacityStep>();
    private string _unit = "";

    /// <summary>The value after the last step.</summary>
    public Estimate Value { get; private set; }

    /// <summary>The steps so far.</summary>
    public ImmutableArray<CapacityStep> Steps => _steps.ToImmutable();

    /// <summary>Worst grade so far.</summary>
    public Grade Grade { get; private set; } = Grade.A;

    public void Add(string name, Estimate value, string unit, Evidence evidence)
    {
        Value = value;
        _unit = unit;
        Grade = (Grade)Math.Max((int)Grade, (int)evidence.Grade);
        _steps.Add(new CapacityStep(name, value, unit, evidence));
    }

    public void Scale(string name, Estimate factor, Evidence evidence) =>
        Add(name, Value.Zip(factor, static (x, f) => x * f), _unit, evidence);

    public void Cap(string name, Estimate cap, Evidence evidence) => Add(name, Value.Zip(cap, Math.Min), _unit, evidence);

    /// <summary>Sources and worst grade of several figures that are used together.</summary>
    public static Evidence Together(params ReadOnlySpan<Evidence> all)
    {
        var grade = Grade.A;
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var evidence in all)
        {
            grade = (Grade)Math.Max((int)grade, (int)evidence.Grade);
            sources.UnionWith(evidence.SourceIds);
        }

        return new Evidence(grade, [.. sources], "");
    }
}
