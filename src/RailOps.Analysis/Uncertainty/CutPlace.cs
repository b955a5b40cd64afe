using RailOps.Analysis.Graph;

namespace RailOps.Analysis.Uncertainty;

/// <summary>A place and how often it was in the cut that holds back the flow.</summary>
/// <param name="Arc">The place, with its capacity as stated.</param>
/// <param name="Frequency">Share of the draws in which something passes it and it is in the minimum cut nearest the sources.</param>
/// <param name="StandardError">Standard error of that share.</param>
public sealed record CutPlace(GraphArc Arc, double Frequency, double StandardError);
