using RailOps.Solvers.Results;

namespace RailOps.Analysis;

/// <summary>How an answer was found.</summary>
/// <param name="Termination">Why the solver stopped; the weakest of several solves.</param>
/// <param name="Solver">Name of the method.</param>
/// <param name="CertificateAccepted">True: the independent checker accepted every certificate.</param>
/// <param name="CertificateSentence">What was proved, in one sentence.</param>
/// <param name="AugmentationCount">Augmenting paths over all solves.</param>
/// <param name="SolveCount">Solves.</param>
/// <param name="ArcCount">Arcs of the graph.</param>
/// <param name="Duration">Time from the first solve to the last, without reading the request and building the graph.</param>
public sealed record SolveFacts(
    Termination Termination,
    string Solver,
    bool CertificateAccepted,
    string CertificateSentence,
    long AugmentationCount,
    long SolveCount,
    long ArcCount,
    TimeSpan Duration)
{
    /// <summary>True: done as asked, but best for random samples only.</summary>
    public bool IsSampled { get; init; }
}
