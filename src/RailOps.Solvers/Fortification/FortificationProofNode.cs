using System.Collections.Immutable;

namespace RailOps.Solvers.Fortification;

/// <summary>
/// One node of the proof that no defence keeps more: an attack that is possible behind the protections taken there. A better
/// defence must guard a target of it, so there is a case for each protection that does, is affordable and not ruled out.
/// </summary>
/// <param name="Attack">Index in <see cref="FortificationCertificate.Attacks"/>.</param>
/// <param name="Cases">The cases, in order; none if nothing that may still be taken guards a target of the attack.</param>
public sealed record FortificationProofNode(int Attack, ImmutableArray<FortificationCase> Cases);
