using System.Collections.Immutable;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies a <see cref="FortificationResult"/> from the problem and the result's data alone, sharing no code with any solver: the
/// defence is within the budgets, every attack behind it leaves its value, none of it is in vain, and every other defence meets an
/// attack that leaves no more (docs/certificates.md). Time: the size of the problem for every attack and step named.
/// </summary>
public static class FortificationChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="problem">The problem it was asked about.</param>
    /// <param name="result">The answer.</param>
    /// <returns>
    /// Accepted as Certified if the proofs were replayed, as BySearch if the answer is called best but carries no proof, as None if the
    /// solver was stopped: then its value and bound are not checked beyond their order.
    /// </returns>
    public static CheckReport Check(FortificationProblem problem, FortificationResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Termination == Termination.OutOfRange)
            return CheckReport.Accepted(ProofKind.Certified);
        if ((DefenceProblem(problem, result.Defence, result.Costs) ?? AttacksProblem(problem, result)) is { } fault)
            return CheckReport.Refused(fault);
        if (result.Bound < result.Value)
            return CheckReport.Refused($"The bound should be at least the value {result.Value}, but is {result.Bound}.");
        if (result.Termination is Termination.TimeLimit or Termination.Stopped)
            return CheckReport.Accepted(ProofKind.None);
        if (result.Bound != result.Value || result.Attack!.Value != result.Value)
            return CheckReport.Refused($"Bound and attack should have the value {result.Value}, but have {result.Bound} and {result.Attack!.Value}.");
        if (result.Certificate is not { } certificate)
            return CheckReport.Accepted(ProofKind.BySearch);
        if (certificate.Value != result.Value || !certificate.Defence.AsSpan().SequenceEqual(result.Defence.AsSpan()))
            return CheckReport.Refused($"The certificate should be about the defence and its value {result.Value}, but is about another or {certificate.Value}.");
        return Check(problem, certificate);
    }

    /// <summary>Checks a certificate alone: that its defence is one, keeps its value and nothing in vain, and that no defence keeps more.</summary>
    /// <param name="problem">The problem it is about.</param>
    /// <param name="certificate">The certificate.</param>
    public static CheckReport Check(FortificationProblem problem, FortificationCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        var fault = DefenceProblem(problem, certificate.Defence, costs: null)
            ?? ValueProblem(problem, certificate)
            ?? ListProblem(problem, certificate)
            ?? NeedProblem(problem, certificate)
            ?? new FortificationReplay(problem, certificate).Problem();
        return fault is null ? CheckReport.Accepted(ProofKind.Certified) : CheckReport.Refused(fault);
    }

    /// <summary>The targets that some protections guard.</summary>
    internal static HashSet<int> Guarded(FortificationProblem problem, IEnumerable<int> protections) =>
        [.. protections.SelectMany(protection => problem.Protections[protection].Targets)];

    private static string? DefenceProblem(FortificationProblem problem, ImmutableArray<int> defence, ImmutableArray<long>? costs)
    {
        var sums = new Int128[problem.Budgets.Length];
        var previous = -1;
        foreach (var protection in defence)
        {
            if (protection <= previous || protection >= problem.Protections.Length)
                return $"The defence should name protections 0 to {problem.Protections.Length - 1}, ascending, but {protection} follows {previous}.";
            for (var resource = 0; resource < sums.Length; resource++)
                sums[resource] += problem.Protections[protection].Costs[resource];
            previous = protection;
        }

        for (var resource = 0; resource < sums.Length; resource++)
        {
            if (sums[resource] > problem.Budgets[resource])
                return $"The defence should cost at most {problem.Budgets[resource]} of resource {resource}, but costs {sums[resource]}.";
            if (costs is { } stated && (stated.Length != sums.Length || stated[resource] != sums[resource]))
                return $"The defence should say that it costs {sums[resource]} of resource {resource}, but says {string.Join(", ", stated)}.";
        }

        return null;
    }

    private static string? AttacksProblem(FortificationProblem problem, FortificationResult result)
    {
        if (result.Attack is not { } attack || result.UnprotectedAttack is not { } unprotected)
            return "There should be an attack behind the defence and one without a defence, but one is missing.";
        if ((InterdictionChecker.PlanProblem(problem.Attack, attack) ?? InterdictionChecker.PlanProblem(problem.Attack, unprotected)) is { } fault)
            return fault;
        if (Hit(problem, attack, result.Defence) is { } target)
            return $"The attack should hit nothing that the defence guards, but hits target {target}.";
        if (attack.Value < result.Value)
            return $"The attack should leave the value {result.Value} at least, but leaves {attack.Value}.";
        if (result.ValueUnprotected is { } value && (value != unprotected.Value || value > result.Value))
            return $"Without a defence {unprotected.Value} flow units are left, and {result.Value} behind one, but {value} are stated.";
        return null;
    }

    private static string? ValueProblem(FortificationProblem problem, FortificationCertificate certificate)
    {
        var guarded = Guarded(problem, certificate.Defence);
        var targets = problem.Attack.Targets.Where((_, target) => !guarded.Contains(target));
        var (graph, sources, sinks) = (problem.Attack.Graph, problem.Attack.Sources, problem.Attack.Sinks);
        var report = InterdictionChecker.Check(new InterdictionProblem(graph, sources, sinks, [.. targets], problem.Attack.Budgets), certificate.Behind);
        return report.IsAccepted ? null : $"Behind the defence: {report.Problem}";
    }

    private static string? ListProblem(FortificationProblem problem, FortificationCertificate certificate)
    {
        for (var index = 0; index < certificate.Attacks.Length; index++)
        {
            if (InterdictionChecker.PlanProblem(problem.Attack, certificate.Attacks[index]) is { } fault)
                return $"Attack {index}: {fault}";
        }

        return null;
    }

    private static string? NeedProblem(FortificationProblem problem, FortificationCertificate certificate)
    {
        if (certificate.Needed.Length != certificate.Defence.Length)
            return $"There should be an attack for each of {certificate.Defence.Length} protections, but there are {certificate.Needed.Length}.";
        for (var index = 0; index < certificate.Needed.Length; index++)
        {
            var (protection, attack) = (certificate.Defence[index], certificate.Needed[index]);
            if (attack < 0 || attack >= certificate.Attacks.Length)
                return $"Protection {protection} should be needed against one of {certificate.Attacks.Length} attacks, but is against {attack}.";
            if (Hit(problem, certificate.Attacks[attack], certificate.Defence.RemoveAt(index)) is { } target)
                return $"Attack {attack} should be possible without protection {protection}, but hits target {target}, guarded by another.";
            if (certificate.Attacks[attack].Value >= certificate.Value)
                return $"Attack {attack} should leave less than {certificate.Value} where protection {protection} is missing, but leaves {certificate.Attacks[attack].Value}.";
        }

        return null;
    }

    private static int? Hit(FortificationProblem problem, AttackPlan plan, ImmutableArray<int> defence)
    {
        var guarded = Guarded(problem, defence);
        foreach (var attack in plan.Attacks)
        {
            if (guarded.Contains(attack.Target))
                return attack.Target;
        }

        return null;
    }
}
