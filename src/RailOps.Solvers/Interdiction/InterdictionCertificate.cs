using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Data from which anybody can see by adding up that a plan is best: the plan with its cut shows that no more than
/// <see cref="AttackPlan.Value"/> gets through, and the proof tree that every plan within the budgets lets as much through.
/// Checked by Checking.InterdictionChecker and, as JSON, by the Python package; format in docs/certificates.md.
/// </summary>
/// <param name="Plan">The plan with its cut.</param>
/// <param name="Nodes">The proof; node 0 is the root, children come after their parents.</param>
public sealed record InterdictionCertificate(AttackPlan Plan, ImmutableArray<InterdictionProofNode> Nodes);
