namespace RailOps.Solvers.Fortification;

/// <summary>
/// Drops the protections of a defence that are in vain: without them the best attack leaves no less. Dearest first, then the last.
/// Dropping more never makes another one superfluous that is needed now.
/// </summary>
internal sealed class DefenceTrim(FortificationProblem problem, AttackSearch attacks, AttackPool pool)
{
    /// <summary>Per protection needed an attack of the pool that leaves less and is possible without it.</summary>
    public SortedDictionary<int, int> Needed { get; } = [];

    /// <summary>Trims the marks of a defence that keeps a value; false if stopped, with some protections perhaps still in vain.</summary>
    public bool Run(bool[] isTaken, long value)
    {
        foreach (var protection in Order(isTaken))
        {
            isTaken[protection] = false;
            if (value == 0)
                continue;
            if (Attack(isTaken, value) is not { } attack)
            {
                isTaken[protection] = true;
                return false;
            }

            if (attack < 0)
                continue;
            isTaken[protection] = true;
            Needed.Add(protection, attack);
        }

        return true;
    }

    private IEnumerable<int> Order(bool[] isTaken) =>
        [.. Enumerable.Range(0, isTaken.Length).Where(protection => isTaken[protection]).OrderByDescending(Price).ThenByDescending(protection => protection)];

    private double Price(int protection)
    {
        var sum = 0.0;
        for (var resource = 0; resource < problem.Budgets.Length; resource++)
            sum += problem.Protections[protection].Costs[resource] / (problem.Budgets[resource] + 1.0);
        return sum;
    }

    /// <summary>An attack behind a defence that leaves less than a value, -1 if there is none, null if stopped.</summary>
    private int? Attack(bool[] isTaken, long value)
    {
        var isGuarded = DefenceState.Guard(problem, new bool[problem.Attack.Targets.Length], isTaken);
        var known = pool.Best(isGuarded);
        if (known >= 0 && pool[known].Value < value)
            return known;
        var answer = attacks.Find(isGuarded, value - 1)!.Value;
        if (answer.Plan.Value < value)
            return pool.Add(answer.Plan);
        return answer.IsFinished || answer.Bound >= value ? -1 : null;
    }
}
