using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Fortification;

/// <summary>
/// Which protections within the defender's budgets leave the largest flow under the best attack that is then still possible? The
/// defender moves first, the attacker knows the defence. Checked when made; immutable.
/// </summary>
public sealed class FortificationProblem
{
    /// <summary>States a problem.</summary>
    /// <param name="attack">What can be attacked without a defence, and for how much.</param>
    /// <param name="protections">What can be protected; an empty list is allowed.</param>
    /// <param name="budgets">What the defender may spend per resource of his own, one or more, each 0 or more.</param>
    /// <exception cref="ArgumentException">A number or index makes no sense; the message says which and why.</exception>
    public FortificationProblem(InterdictionProblem attack, ImmutableArray<Protection> protections, ImmutableArray<long> budgets)
    {
        ArgumentNullException.ThrowIfNull(attack);
        (Attack, Protections, Budgets) = (attack, protections, budgets);
        FortificationProblemCheck.Require(this);
    }

    /// <summary>The attacker's problem if there were no defence.</summary>
    public InterdictionProblem Attack { get; }

    /// <summary>What can be protected; a defence names protections by their index here.</summary>
    public ImmutableArray<Protection> Protections { get; }

    /// <summary>What the defender may spend, per resource.</summary>
    public ImmutableArray<long> Budgets { get; }

    /// <summary>The same problem with other budgets of the defender.</summary>
    /// <param name="budgets">As many as before.</param>
    public FortificationProblem WithBudgets(ImmutableArray<long> budgets) => new(Attack, Protections, budgets);

    /// <summary>
    /// What is left to attack behind a defence: the attacker's problem without the targets that are guarded, the others numbered
    /// anew in the same order.
    /// </summary>
    /// <param name="defence">Indices of protections, in any order.</param>
    public InterdictionProblem AttackBehind(IEnumerable<int> defence)
    {
        ArgumentNullException.ThrowIfNull(defence);
        var isGuarded = new bool[Attack.Targets.Length];
        foreach (var protection in defence)
        {
            foreach (var target in Protections[protection].Targets)
                isGuarded[target] = true;
        }

        return AttackOn(OpenTargets(isGuarded));
    }

    /// <summary>The targets that are not guarded, ascending: index in the problem without the guarded ones to index in the whole.</summary>
    internal static int[] OpenTargets(bool[] isGuarded) => [.. Enumerable.Range(0, isGuarded.Length).Where(target => !isGuarded[target])];

    internal InterdictionProblem AttackOn(int[] targets) =>
        new(Attack.Graph, Attack.Sources, Attack.Sinks, [.. targets.Select(target => Attack.Targets[target])], Attack.Budgets);
}
