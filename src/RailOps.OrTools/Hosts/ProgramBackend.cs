namespace RailOps.OrTools.Hosts;

/// <summary>Solvers behind OR-Tools' linear solver wrapper; the numbers are those of <c>MPModelRequest.SolverType</c>.</summary>
public enum ProgramBackend
{
    /// <summary>COIN-OR CLP, linear programs.</summary>
    Clp = 0,

    /// <summary>Google's GLOP, linear programs.</summary>
    Glop = 2,

    /// <summary>SCIP, mixed-integer programs.</summary>
    Scip = 3,

    /// <summary>COIN-OR CBC, mixed-integer programs.</summary>
    Cbc = 5,
}
