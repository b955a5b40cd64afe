using System.Collections.Immutable;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Data from which anybody can see by adding up that a plan is best. Format and reasons: docs/certificates.md. Checked by
/// Checking.UnitInterdictionChecker and, as JSON, by the Python package.
/// </summary>
/// <param name="Plan">The plan.</param>
/// <param name="Worth">The proof that the plan leaves this worth and no more.</param>
/// <param name="Nodes">The proof that every plan leaves at least the plan's worth; node 0 is the root, children come after their parents.</param>
public sealed record UnitInterdictionCertificate(UnitAttackPlan Plan, UnitWorthProof Worth, ImmutableArray<UnitProofNode> Nodes);
