using System.Collections.Immutable;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Data from which anybody can see by adding up that a plan is best: the plan with a cut per case shows that no more than
/// <see cref="SumPlan.Value"/> gets through, and the proof tree that every plan within the budgets lets as much through. Checked by
/// Checking.ScenarioSumChecker and, as JSON, by the Python package; format in docs/certificates.md.
/// </summary>
/// <param name="Plan">The plan with its cuts.</param>
/// <param name="Nodes">The proof; node 0 is the root, branches come after their node.</param>
public sealed record ScenarioSumCertificate(SumPlan Plan, ImmutableArray<SumProofNode> Nodes);
