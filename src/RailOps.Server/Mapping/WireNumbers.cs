using System.Globalization;
using RailOps.Analysis.Supply;
using RailOps.Contracts.V1;
using ModelEstimate = RailOps.Model.Units.Estimate;
using ModelLevel = RailOps.Model.Units.EstimateLevel;

namespace RailOps.Server.Mapping;

/// <summary>Numbers as they travel.</summary>
internal static class WireNumbers
{
    /// <summary>Tonnes from whole kilograms.</summary>
    /// <param name="kilogramsPerDay">Kilograms a day.</param>
    /// <returns>Tonnes a day, exact to the kilogram.</returns>
    public static double Tonnes(long kilogramsPerDay) => (double)(kilogramsPerDay / 1000m);

    /// <summary>Three amounts in tonnes a day, smallest first.</summary>
    /// <param name="kilogramsPerDay">Kilograms a day at the three levels.</param>
    /// <returns>The estimate; low and high are the smallest and largest of the three, whichever level they belong to.</returns>
    public static Estimate Tonnes(LevelCount kilogramsPerDay) => new()
    {
        Low = Tonnes(kilogramsPerDay.Smallest),
        Best = Tonnes(kilogramsPerDay.Best),
        High = Tonnes(kilogramsPerDay.Largest),
    };

    /// <summary>Three counts.</summary>
    /// <param name="count">The counts.</param>
    /// <returns>The estimate; low and high are the smallest and largest of the three.</returns>
    public static CountEstimate Count(LevelCount count) => new() { Low = count.Smallest, Best = count.Best, High = count.Largest };

    /// <summary>Delivered of needed, at the three levels.</summary>
    /// <param name="delivered">Delivered (kg/day).</param>
    /// <param name="needed">Needed (kg/day).</param>
    /// <returns>0 to 1, 1 where nothing is needed; low and high are the smallest and largest of the three.</returns>
    public static Estimate Ratio(LevelCount delivered, LevelCount needed)
    {
        double At(ModelLevel level) => needed[level] == 0 ? 1 : (double)((decimal)delivered[level] / needed[level]);
        var all = Enum.GetValues<ModelLevel>().Select(At).ToList();
        return new Estimate { Low = all.Min(), Best = At(ModelLevel.Best), High = all.Max() };
    }

    /// <summary>A figure.</summary>
    /// <param name="estimate">The figure.</param>
    /// <returns>The estimate.</returns>
    public static Estimate Of(ModelEstimate estimate) =>
        new() { Low = (double)estimate.Low, Best = (double)estimate.Best, High = (double)estimate.High };

    /// <summary>A number for a message.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Invariant text.</returns>
    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
