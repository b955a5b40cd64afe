namespace RailOps.Solvers.ScenarioSums;

/// <summary>A largest flow of one case under prices, with its cuts.</summary>
/// <param name="Value">What leaves the sources, in parts.</param>
/// <param name="Flow">Per arc of the case's net, in parts.</param>
/// <param name="NearSource">The smallest cut nearest the sources, per node of the net; empty if the flow is so large that none was looked for.</param>
/// <param name="NearSink">The smallest cut nearest the sinks, likewise.</param>
internal sealed record CaseFlow(long Value, long[] Flow, bool[] NearSource, bool[] NearSink)
{
    public bool HasCut => NearSource.Length > 0;
}
