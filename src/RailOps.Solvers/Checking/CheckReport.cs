namespace RailOps.Solvers.Checking;

/// <summary>What a checker found.</summary>
/// <param name="IsAccepted">True if everything the answer claims was verified as far as <paramref name="Proof"/> says.</param>
/// <param name="Proof">Which kind of proof the answer carries; meaningless if not accepted.</param>
/// <param name="Problem">The first fault found, a sentence with numbers; empty if accepted.</param>
public sealed record CheckReport(bool IsAccepted, ProofKind Proof, string Problem)
{
    /// <summary>An answer that was verified.</summary>
    /// <param name="proof">The kind of proof it carries.</param>
    public static CheckReport Accepted(ProofKind proof) => new(IsAccepted: true, proof, string.Empty);

    /// <summary>An answer with a fault.</summary>
    /// <param name="problem">The fault, a sentence with numbers.</param>
    public static CheckReport Refused(string problem) => new(IsAccepted: false, ProofKind.None, problem);
}
