using System.Collections.Immutable;

namespace RailOps.Model.Backtests;

/// <summary>Names, units and needs of the questions.</summary>
public static class BacktestQuestions
{
    private const string Pairs = "train pairs/day";

    private static readonly ImmutableArray<(string Name, string Unit, BacktestNeeds Needs)> Rows =
    [
        ("all-train-pairs", Pairs, BacktestNeeds.Section),
        ("military-train-pairs", Pairs, BacktestNeeds.Section),
        ("all-train-pairs-by-formula", Pairs, BacktestNeeds.Section),
        ("military-train-pairs-by-formula", Pairs, BacktestNeeds.Section),
        ("tonnes-a-day", "t/day", BacktestNeeds.Section),
        ("truck-tonnes-a-day", "t/day", BacktestNeeds.Section | BacktestNeeds.Amount | BacktestNeeds.Haul),
        ("wagons-a-day", "wagons/day", BacktestNeeds.Section),
        ("trains-for-force", "trains", BacktestNeeds.Section | BacktestNeeds.Amount),
        ("wagons-for-force", "wagons", BacktestNeeds.Section | BacktestNeeds.Amount),
        ("days-to-concentrate", "days", BacktestNeeds.Section | BacktestNeeds.Amount),
        ("divisions-fed-over-section", "divisions", BacktestNeeds.Section | BacktestNeeds.Forces),
        ("divisions-sustained", "divisions", BacktestNeeds.Forces),
        ("men-sustained", "men", BacktestNeeds.Forces),
    ];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Rows.Select(r => r.Name)];

    /// <summary>The name of a question.</summary>
    /// <param name="question">The question.</param>
    /// <returns>Its name in the data files.</returns>
    public static string NameOf(BacktestQuestion question) => Rows[(int)question].Name;

    /// <summary>The unit of observation and answer.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The unit.</returns>
    public static string UnitOf(BacktestQuestion question) => Rows[(int)question].Unit;

    /// <summary>Which cells it reads beside timeline, side and date.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The cells.</returns>
    public static BacktestNeeds NeedsOf(BacktestQuestion question) => Rows[(int)question].Needs;

    /// <summary>The question of a name.</summary>
    /// <param name="name">The name, exact.</param>
    /// <returns>The question, or null if there is none of that name.</returns>
    public static BacktestQuestion? Find(string name)
    {
        var index = Names.IndexOf(name, StringComparer.Ordinal);
        return index < 0 ? null : (BacktestQuestion)index;
    }
}
