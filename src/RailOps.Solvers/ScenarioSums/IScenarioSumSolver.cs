namespace RailOps.Solvers.ScenarioSums;

/// <summary>Chooses attacks so that the weighted sum of the maximum flows left in several cases is least. Same problem and options, same answer.</summary>
public interface IScenarioSumSolver
{
    /// <summary>Short name of the method, for logs and certificates.</summary>
    string Name { get; }

    /// <summary>Finds the best plan, or the best so far when told to stop.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits.</param>
    /// <param name="progress">Told whenever plan or bound get better; null for nobody.</param>
    /// <param name="token">Looked at every few thousand steps; cancelling is an outcome, not an exception.</param>
    ScenarioSumResult Solve(ScenarioSumProblem problem, ScenarioSumOptions options, IProgress<ScenarioSumProgress>? progress, CancellationToken token);
}
