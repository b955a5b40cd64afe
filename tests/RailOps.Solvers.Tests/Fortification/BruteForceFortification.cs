using System.Numerics;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Tests.Interdiction;

namespace RailOps.Solvers.Tests.Fortification;

/// <summary>Fortification by trying every defence and, against each, every attack; shares nothing with the solver.</summary>
internal sealed class BruteForceFortification
{
    private readonly FortificationProblem _problem;
    private readonly BruteForceInterdiction _attacks;

    public BruteForceFortification(FortificationProblem problem)
    {
        _problem = problem;
        _attacks = new BruteForceInterdiction(problem.Attack);
        Visit([], 0);
    }

    /// <summary>The most that a defence keeps; null for unlimited.</summary>
    public BigInteger? Most { get; private set; } = -1;

    /// <summary>What the best attack behind a defence leaves; null for unlimited.</summary>
    public BigInteger? Behind(IEnumerable<int> defence) =>
        _attacks.LeastWithout(defence.SelectMany(protection => _problem.Protections[protection].Targets).ToHashSet());

    private void Visit(List<int> defence, int protection)
    {
        if (!IsAffordable(defence))
            return;
        if (protection == _problem.Protections.Length)
        {
            var value = Behind(defence);
            if (Most is not null && (value is null || value > Most))
                Most = value;
            return;
        }

        Visit([.. defence, protection], protection + 1);
        Visit(defence, protection + 1);
    }

    private bool IsAffordable(List<int> defence) => Enumerable.Range(0, _problem.Budgets.Length)
        .All(resource => defence.Sum(protection => _problem.Protections[protection].Costs[resource]) <= _problem.Budgets[resource]);
}
