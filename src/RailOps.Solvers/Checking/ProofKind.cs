namespace RailOps.Solvers.Checking;

/// <summary>How far an answer's best-ness can be seen from its own data.</summary>
public enum ProofKind
{
    /// <summary>No proof: refused, or a feasible answer from an interrupted solve.</summary>
    None = 0,

    /// <summary>The certificate was added up here and proves the answer best.</summary>
    Certified,

    /// <summary>Feasibility and the bound were checked; that nothing lies between was settled by an exhaustive search, which can be repeated.</summary>
    BySearch,
}
