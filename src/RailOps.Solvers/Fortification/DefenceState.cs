namespace RailOps.Solvers.Fortification;

/// <summary>A part of the defences: some protections taken, some ruled out. Immutable.</summary>
internal sealed class DefenceState
{
    private readonly FortificationProblem _problem;
    private readonly bool[] _isOut;
    private readonly long[] _budget;

    private DefenceState(FortificationProblem problem, bool[] isTaken, bool[] isOut, bool[] isGuarded, long[] budget)
    {
        (_problem, IsTaken, _isOut, IsGuarded, _budget) = (problem, isTaken, isOut, isGuarded, budget);
        IsAvailable = new bool[isTaken.Length];
        for (var protection = 0; protection < isTaken.Length; protection++)
            IsAvailable[protection] = !isTaken[protection] && !isOut[protection] && IsAffordable(protection) && Helps(protection);
    }

    /// <summary>One mark per protection.</summary>
    public bool[] IsTaken { get; }

    /// <summary>One mark per target: true if a protection taken guards it.</summary>
    public bool[] IsGuarded { get; }

    /// <summary>One mark per protection: true if it may still be taken, can be paid alone, and guards something new.</summary>
    public bool[] IsAvailable { get; }

    /// <summary>All defences that take what costs nothing: to leave that out is never better.</summary>
    public static DefenceState Root(FortificationProblem problem)
    {
        var count = problem.Protections.Length;
        var isTaken = problem.Protections.Select(protection => protection.Costs.All(cost => cost == 0)).ToArray();
        var isGuarded = Guard(problem, new bool[problem.Attack.Targets.Length], isTaken);
        return new DefenceState(problem, isTaken, new bool[count], isGuarded, [.. problem.Budgets]);
    }

    /// <summary>Marks per target: those given and those that protections guard.</summary>
    public static bool[] Guard(FortificationProblem problem, bool[] isGuarded, bool[] protections)
    {
        var marks = isGuarded.AsSpan().ToArray();
        for (var protection = 0; protection < protections.Length; protection++)
        {
            if (!protections[protection])
                continue;
            foreach (var target in problem.Protections[protection].Targets)
                marks[target] = true;
        }

        return marks;
    }

    /// <summary>The defences among these that take one protection and none of some others.</summary>
    public DefenceState With(int protection, ReadOnlySpan<int> without)
    {
        var (isTaken, isOut) = (IsTaken.AsSpan().ToArray(), _isOut.AsSpan().ToArray());
        isTaken[protection] = true;
        foreach (var other in without)
            isOut[other] = true;
        var isGuarded = IsGuarded.AsSpan().ToArray();
        foreach (var target in _problem.Protections[protection].Targets)
            isGuarded[target] = true;
        var budget = _budget.AsSpan().ToArray();
        for (var resource = 0; resource < budget.Length; resource++)
            budget[resource] -= _problem.Protections[protection].Costs[resource];
        return new DefenceState(_problem, isTaken, isOut, isGuarded, budget);
    }

    /// <summary>True if everything available can be paid together.</summary>
    public bool CanTakeAll()
    {
        for (var resource = 0; resource < _budget.Length; resource++)
        {
            Int128 sum = 0;
            for (var protection = 0; protection < IsAvailable.Length; protection++)
                sum += IsAvailable[protection] ? _problem.Protections[protection].Costs[resource] : 0;
            if (sum > _budget[resource])
                return false;
        }

        return true;
    }

    private bool IsAffordable(int protection)
    {
        for (var resource = 0; resource < _budget.Length; resource++)
        {
            if (_problem.Protections[protection].Costs[resource] > _budget[resource])
                return false;
        }

        return true;
    }

    private bool Helps(int protection)
    {
        foreach (var target in _problem.Protections[protection].Targets)
        {
            if (!IsGuarded[target])
                return true;
        }

        return false;
    }
}
