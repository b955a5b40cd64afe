using System.Collections.Immutable;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>A program about commodities for somebody who solves it elsewhere. Amounts in it are flow units divided by <see cref="CommodityProblem.Scale"/>.</summary>
/// <param name="Program">The program.</param>
/// <param name="Variables">What its variables stand for.</param>
public sealed record CommodityModel(LinearProgram Program, ImmutableArray<CommodityVariable> Variables)
{
    /// <summary>Most flow delivered, all demanders and commodities together; no whole variables. With one commodity: the maximum flow.</summary>
    /// <param name="problem">The problem.</param>
    public static CommodityModel MostDelivered(CommodityProblem problem) => Of(problem, CommodityGoal.Deliveries, isWhole: false);

    /// <summary>Largest sum of weight times whole units.</summary>
    /// <param name="problem">The problem.</param>
    public static CommodityModel MostWorth(CommodityProblem problem) => Of(problem, CommodityGoal.Worth, isWhole: true);

    private static CommodityModel Of(CommodityProblem problem, CommodityGoal goal, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var question = new CommodityQuestion(goal, [.. new double[problem.Demands.Length]]) { IsWhole = isWhole };
        var program = new CommodityProgram(problem, new CommodityReach(problem), question);
        return new CommodityModel(program.Program, [.. program.Layout.Variables.OrderBy(of => of.Variable)]);
    }
}
