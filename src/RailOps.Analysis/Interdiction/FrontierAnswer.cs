using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Analysis.Interdiction;

/// <summary>How damage grows with one resource.</summary>
/// <param name="Resource">The resource varied.</param>
/// <param name="Steps">Every budget at which more damage becomes possible, ascending; the first is 0 if complete.</param>
/// <param name="IsComplete">True: all of them are there and proven.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Solve">How it was solved.</param>
public sealed record FrontierAnswer(string Resource, ImmutableArray<FrontierStep> Steps, bool IsComplete, string Headline, SolveFacts Solve)
{
    /// <summary>The question as the solvers got it, with the largest budget of each resource.</summary>
    public required InterdictionProblem Attack { get; init; }

    /// <summary>Index of the resource varied in the budgets of <see cref="Attack"/>.</summary>
    public required int ResourceIndex { get; init; }
}
