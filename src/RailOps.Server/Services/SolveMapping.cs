using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using RailOps.Analysis;
using RailOps.Contracts.V1;
using RailOps.Server.Mapping;

namespace RailOps.Server.Services;

/// <summary>How an answer was found, as it travels.</summary>
internal static class SolveMapping
{
    /// <summary>Writes the facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="revision">Fingerprint of the data.</param>
    /// <param name="check">The second answer; null: nobody asked for one.</param>
    /// <returns>The summary, with the trace id of the call.</returns>
    public static SolveSummary Write(SolveFacts facts, string revision, CrossCheck? check = null) => new()
    {
        Termination = facts is { IsSampled: true, Termination: Solvers.Results.Termination.Optimal } ? Termination.Sampled : WireEnums.Of(facts.Termination),
        Solver = facts.Solver,
        SolverVersion = ServerVersion.Text,
        SolveDuration = Duration.FromTimeSpan(facts.Duration),
        CertificateAccepted = facts.CertificateAccepted,
        CertificateSentence = facts.CertificateSentence,
        NetworkRevision = revision,
        TraceId = Activity.Current?.TraceId.ToHexString() ?? "",
        AugmentationCount = facts.AugmentationCount,
        SolveCount = facts.SolveCount,
        ArcCount = facts.ArcCount,
        CrossCheck = check,
    };
}
