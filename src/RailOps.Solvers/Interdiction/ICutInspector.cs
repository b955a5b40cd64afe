namespace RailOps.Solvers.Interdiction;

/// <summary>Is shown every cut of a search for prices, and knows when a bound is good enough.</summary>
internal interface ICutInspector
{
    /// <summary>Flow units that a bound must reach to close the node.</summary>
    long Value { get; }

    /// <summary>True if a lower bound in parts, rounded up to whole flow units, closes the node.</summary>
    bool Closes(Int128 bound);

    /// <summary>Looks at a cut for better plans; false if stopped.</summary>
    bool Look(AttackNet net, PricedCut cut, long[] budget);
}
