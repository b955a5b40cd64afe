namespace RailOps.Solvers.Flow;

/// <summary>A solver and why it was chosen.</summary>
/// <typeparam name="TSolver">The problem's interface.</typeparam>
/// <param name="Solver">The solver.</param>
/// <param name="Reason">One sentence for people, with the numbers that decided.</param>
public sealed record MaxFlowChoice<TSolver>(TSolver Solver, string Reason);
