namespace RailOps.Solvers.Interdiction;

/// <summary>A look at a node ahead of its turn. It counts only if the best plan leaves as much when the turn comes as was assumed.</summary>
internal sealed class NodeAttempt(long startValue)
{
    /// <summary>Flow units left by the best plan when the look began, as assumed.</summary>
    public long StartValue { get; } = startValue;

    /// <summary>What it gave; null while it lasts.</summary>
    public NodeOutcome? Outcome { get; set; }

    /// <summary>Flow units left by the best plan afterwards; as before while it lasts.</summary>
    public long EndValue => Outcome?.ValueAfter(StartValue) ?? StartValue;
}
