using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Fortification;

/// <summary>Attacks found so far, with the protections that would have prevented each.</summary>
internal sealed class AttackPool
{
    private readonly List<AttackPlan> _plans = [];
    private readonly List<int[]> _preventing = [];
    private readonly List<int>[] _guardsOf;

    public AttackPool(FortificationProblem problem)
    {
        _guardsOf = [.. problem.Attack.Targets.Select(_ => new List<int>())];
        for (var protection = 0; protection < problem.Protections.Length; protection++)
        {
            foreach (var target in problem.Protections[protection].Targets)
                _guardsOf[target].Add(protection);
        }
    }

    public int Count => _plans.Count;

    public AttackPlan this[int index] => _plans[index];

    /// <summary>Keeps an attack that leaves a finite flow and returns its index.</summary>
    public int Add(AttackPlan plan)
    {
        _plans.Add(plan);
        _preventing.Add([.. plan.Attacks.SelectMany(attack => _guardsOf[attack.Target]).Distinct().Order()]);
        return _plans.Count - 1;
    }

    /// <summary>
    /// The attack possible behind guarded targets that leaves at most a value and that fewest of some protections prevent; -1 if there
    /// is none. Ties go to the one found first.
    /// </summary>
    public int FewestPreventing(bool[] isGuarded, long value, bool[] isAvailable)
    {
        var (best, fewest) = (-1, int.MaxValue);
        for (var index = 0; index < _plans.Count && fewest > 0; index++)
        {
            if (!IsPossible(index, isGuarded, value))
                continue;
            var count = _preventing[index].Count(protection => isAvailable[protection]);
            if (count < fewest)
                (best, fewest) = (index, count);
        }

        return best;
    }

    /// <summary>The attack possible behind guarded targets that leaves least; -1 if there is none.</summary>
    public int Best(bool[] isGuarded)
    {
        var best = -1;
        for (var index = 0; index < _plans.Count; index++)
        {
            if (IsPossible(index, isGuarded, best < 0 ? FlowGraph.Unlimited : _plans[best].Value - 1))
                best = index;
        }

        return best;
    }

    /// <summary>The available protections that prevent an attack; first those that prevent most of the attacks which leave at most a value.</summary>
    public int[] Preventing(int attack, bool[] isGuarded, long value, bool[] isAvailable)
    {
        var candidates = _preventing[attack].Where(protection => isAvailable[protection]).ToArray();
        if (candidates.Length < 2)
            return candidates;
        var count = new int[isAvailable.Length];
        for (var index = 0; index < _plans.Count; index++)
        {
            if (!IsPossible(index, isGuarded, value))
                continue;
            foreach (var protection in _preventing[index])
                count[protection]++;
        }

        return [.. candidates.OrderByDescending(protection => count[protection]).ThenBy(protection => protection)];
    }

    private bool IsPossible(int index, bool[] isGuarded, long value)
    {
        if (_plans[index].Value > value)
            return false;
        foreach (var attack in _plans[index].Attacks)
        {
            if (isGuarded[attack.Target])
                return false;
        }

        return true;
    }
}
