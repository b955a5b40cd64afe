using System.Globalization;

namespace RailOps.Analysis;

/// <summary>How numbers are written in sentences: invariant culture, thousands separated by commas, units behind.</summary>
internal static class Wording
{
    public static string Tonnes(long kilogramsPerDay) =>
        Math.Round(kilogramsPerDay / 1000m, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture) + " t/day";

    public static string Tonnes(decimal tonnesPerDay) => tonnesPerDay.ToString("#,0.#", CultureInfo.InvariantCulture) + " t/day";

    public static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string Count(long count, string unit) =>
        count.ToString("#,0", CultureInfo.InvariantCulture) + " " + (count == 1 ? unit : unit + "s");

    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "nothing",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };
}
