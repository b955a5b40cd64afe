namespace RailOps.Analysis.CrossChecks;

/// <summary>What two answers to one question say of each other.</summary>
public enum Verdict
{
    /// <summary>The same within the tolerance.</summary>
    Agreed,

    /// <summary>Nothing contradicts, but a solver stopped before it knew.</summary>
    Undecided,

    /// <summary>They cannot both be right.</summary>
    Contradicted,
}
