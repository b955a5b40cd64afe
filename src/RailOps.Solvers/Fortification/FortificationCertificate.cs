using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Fortification;

/// <summary>
/// Data from which anybody can see by adding up that a defence is best. Checked by Checking.FortificationChecker and, as JSON, by
/// the Python package; format in docs/certificates.md.
/// </summary>
/// <param name="Defence">The protections chosen, ascending.</param>
/// <param name="Behind">Proof that every attack behind the defence leaves the value; targets are numbered as in <see cref="FortificationProblem.AttackBehind"/>.</param>
/// <param name="Attacks">Attacks named below, each with the cut that shows what it leaves; targets as in the attacker's problem.</param>
/// <param name="Needed">Per protection of the defence an attack that leaves less and is possible without that protection.</param>
/// <param name="Nodes">Proof that no defence keeps more; node 0 is the root. Empty if the value is unlimited, which needs none.</param>
public sealed record FortificationCertificate(
    ImmutableArray<int> Defence,
    InterdictionCertificate Behind,
    ImmutableArray<AttackPlan> Attacks,
    ImmutableArray<int> Needed,
    ImmutableArray<FortificationProofNode> Nodes)
{
    /// <summary>Flow units that the defence keeps, or <see cref="Graphs.FlowGraph.Unlimited"/>.</summary>
    public long Value => Behind.Plan.Value;
}
