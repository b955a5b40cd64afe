namespace RailOps.Analysis.Uncertainty;

/// <summary>How far the draws have come.</summary>
/// <param name="DrawsDone">Draws finished.</param>
/// <param name="DrawCount">Draws wanted.</param>
/// <param name="TrialsDone">Trials of the tornado finished.</param>
/// <param name="TrialCount">Trials of the tornado wanted; 0 while draws are made.</param>
/// <param name="Divisions">Whole divisions sustained, all fronts together, over the draws so far.</param>
public sealed record SampleState(int DrawsDone, int DrawCount, int TrialsDone, int TrialCount, Band Divisions);
