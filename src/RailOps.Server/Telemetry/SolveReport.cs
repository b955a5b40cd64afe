namespace RailOps.Server.Telemetry;

/// <summary>What one finished solve tells telemetry and log.</summary>
/// <param name="ProblemType">Kind of question, for example <c>assess_supply</c>.</param>
/// <param name="Solver">Name of the method.</param>
/// <param name="Termination">Why it stopped, lower case, for example <c>optimal</c>.</param>
/// <param name="ArcCount">Arcs of the largest graph; sets the size class.</param>
/// <param name="Duration">Time in solvers.</param>
/// <param name="IterationCount">Augmentations or the like, over all solves of the question.</param>
/// <param name="CertificateAccepted">False: the independent checker refused an answer; null: not checked.</param>
public sealed record SolveReport(
    string ProblemType, string Solver, string Termination, long ArcCount, TimeSpan Duration, long IterationCount, bool? CertificateAccepted)
{
    /// <summary><c>s</c> below 1,000 arcs, <c>m</c> below 100,000, <c>l</c> below 10 million, else <c>xl</c>.</summary>
    public string SizeClass => ArcCount switch
    {
        < 1_000 => "s",
        < 100_000 => "m",
        < 10_000_000 => "l",
        _ => "xl",
    };
}
