using System.Collections.Immutable;
using RailOps.Analysis.GraphFiles;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Answers about graphs as sentences. Amounts are in the file's own unit, so none is named.</summary>
internal static class GraphWording
{
    /// <summary>What is left of what, and what the bound proves.</summary>
    public static string Headline(GraphInterdictionAnswer answer)
    {
        var plan = answer.Plans[0];
        if (plan.FlowLeft is null && answer.Solve.Termination != Termination.Unbounded)
            return $"The search stopped before any plan was shown to limit the flow; every plan leaves at least {Figures.Amount(answer.Bound)}.";
        var attacks = plan.Attacks.Length == 0 ? "The best plan makes no attack and leaves" : $"{Figures.Counted(plan.Attacks.Length, "attack")} {(plan.Attacks.Length == 1 ? "leaves" : "leave")}";
        return $"{attacks} {Left(plan.FlowLeft, answer)}; {Bound(answer)}.";
    }

    /// <summary>The steps of a frontier in a sentence.</summary>
    public static string Headline(GraphFrontierAnswer answer)
    {
        var resource = answer.Model.Graph.File.Resources[answer.VariedResource];
        var most = Figures.Amount(answer.Model.Budgets[answer.VariedResource]);
        if (answer.Steps.IsEmpty)
            return $"No step was proved before the search stopped; the largest budget asked for is {most} ({resource}).";
        var (first, last) = (answer.Steps[0], answer.Steps[^1]);
        var steps = Figures.Counted(answer.Steps.Length, "step");
        return answer.IsComplete
            ? $"{steps}: {Figures.Amount(first.Plan.FlowLeft)} left at a budget of 0, {Figures.Amount(last.Plan.FlowLeft)} at {Figures.Amount(last.Budget)}; proved: no budget up to {most} ({resource}) leaves less."
            : $"{steps}: {Figures.Amount(last.Plan.FlowLeft)} left at a budget of {Figures.Amount(last.Budget)}, {Figures.Amount(first.Plan.FlowLeft)} at {Figures.Amount(first.Budget)}; the search stopped before the smaller ones ({resource}).";
    }

    /// <summary>What is kept instead of what, and what the bound proves.</summary>
    public static string Headline(GraphFortificationAnswer answer)
    {
        var protections = answer.Defence.IsEmpty ? "The best defence protects nothing and keeps" : $"{Figures.Counted(answer.Defence.Length, "protection")} {(answer.Defence.Length == 1 ? "keeps" : "keep")}";
        var instead = answer is { IsUnprotectedKnown: true, Defence.IsEmpty: false } ? $" instead of {Figures.Amount(answer.FlowUnprotected)}" : "";
        var bound = answer.Solve.Termination switch
        {
            Termination.Unbounded => "proved: behind it no attack breaks all paths without limit",
            Termination.Optimal => "proved: no defence within the budget keeps more",
            _ => $"the search stopped, and no defence keeps more than {Figures.Amount(answer.Bound)} (gap {Figures.Gap(answer.GapRatio)})",
        };
        return $"{protections} {Figures.Amount(answer.FlowKept)}{instead} under the best attack; {bound}.";
    }

    /// <summary>The most that can pass.</summary>
    public static string Headline(GraphFlowAnswer answer)
    {
        var route = $"from {string.Join(", ", answer.Sources)} to {string.Join(", ", answer.Sinks)}";
        return answer.Solve.Termination switch
        {
            Termination.Unbounded => $"Nothing limits the flow {route}: a path without limit joins them.",
            Termination.Optimal => $"At most {Figures.Amount(answer.Flow)} {route}; {Figures.Counted(answer.Cuts[0].Places.Length, "place")} in the cut.",
            _ => $"At least {Figures.Amount(answer.Flow)} {route}; the search stopped before the most was found.",
        };
    }

    /// <summary>What the independent check says, in one sentence.</summary>
    public static string Certificate(GraphSolve solve) => solve.Check.Proof switch
    {
        ProofKind.Certified => "The proof was checked by adding up, with code that shares nothing with the solver: accepted.",
        ProofKind.BySearch => "The plan and its cut were checked; that no plan is better rests on the search.",
        _ when solve.Termination == Termination.WithinTolerance => "The plan and its cut were checked in whole numbers; that no plan is better is the word of a solver that counts in floating point.",
        _ => "The plan and its cut were checked; the search was stopped, so nothing proves it best.",
    };

    /// <summary>Why a search ended.</summary>
    public static string Of(Termination termination) => termination switch
    {
        Termination.Optimal => "optimal",
        Termination.Unbounded => "proved unlimited",
        Termination.TimeLimit => "stopped at the time limit",
        Termination.Stopped => "stopped from the keyboard",
        Termination.WithinTolerance => "best on the word of a solver in floating point",
        _ => "capacities out of range",
    };

    /// <summary>What was spent of what, per resource.</summary>
    public static string Spent(AttackModel model, ImmutableArray<decimal> costs) =>
        "Spent: " + string.Join(", ", costs.Select((cost, resource) => $"{model.Graph.File.Resources[resource]} {Figures.Amount(cost)} of {Figures.Amount(model.Budgets[resource])}")) + ".";

    private static string Left(decimal? left, GraphInterdictionAnswer answer)
    {
        if (!answer.IsFlowBeforeKnown)
            return Figures.Amount(left);
        var share = left is { } part && answer.FlowBefore is > 0 and var whole ? $" ({Figures.Percent((double)(part / whole))})" : "";
        return $"{Figures.Amount(left)} of {Figures.Amount(answer.FlowBefore)}{share}";
    }

    private static string Bound(GraphInterdictionAnswer answer) => answer.Solve.Termination switch
    {
        Termination.Unbounded => "proved: no plan within the budget breaks all paths without limit",
        Termination.Optimal when answer.Bound == 0 => "nothing gets through",
        Termination.Optimal => "proved: no plan within the budget leaves less",
        Termination.WithinTolerance => "not proved: a solver in floating point finds no plan within the budget that leaves less",
        _ when answer.Bound == answer.Plans[0].FlowLeft => "no plan within the budget leaves less; the search stopped before the other plans asked for were found",
        _ => $"the search stopped, and every plan leaves at least {Figures.Amount(answer.Bound)} (gap {Figures.Gap(answer.GapRatio)})",
    };
}
