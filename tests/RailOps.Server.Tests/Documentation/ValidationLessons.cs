using System.Globalization;
using RailOps.Analysis.Backtests;
using RailOps.Model.Capacity;
using RailOps.Model.Units;

namespace RailOps.Server.Tests.Documentation;

/// <summary>What the back-tests taught, with the figures of today.</summary>
internal static class ValidationLessons
{
    /// <summary>The list. Throws if a case that it speaks of is gone.</summary>
    public static string Build(IReadOnlyList<BacktestResult> results)
    {
        Estimate Model(string id) => results.Single(r => r.Case.Id == id).Answer!.Value;
        decimal Best(string id) => decimal.Round(Model(id).Best);
        decimal High(string id) => decimal.Round(Model(id).High);
        decimal Seen(string id) => results.Single(r => r.Case.Id == id).Case.Observed.Best;
        string Ratio(string id) => (Seen(id) / Model(id).Best).ToString("0.0", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"""
            1. **The formula for single lines is too careful for 1904-05, by a fifth to nearly a half.** At the outbreak it gives {Best("rjw-siberian-formula")} pairs where
               {Seen("rjw-siberian-formula")} were counted on, on the Chinese Eastern {Best("rjw-cer-formula")} of {Seen("rjw-cer-formula")}, in August 1905 {Best("rjw-sixteen-formula")} of about {Seen("rjw-sixteen-formula")}. Without the planning share and rounding down it would
               give {TrackFormulas.SingleTrackPairsPerDay(40, 20, 12):0.0} for the first. Even the 12 pairs that the siding spacing of late 1904 was fitted to are met at the favourable end only. The answers of 1904-05 do
               not rest on it, because figures are stated. For the feeders of 1945 it gives {Best("man-feeder-leninskoye-formula")}, well inside 12 to 24.
            2. **Two first-hand accounts of February 1904 disagree**: the conference of January counted on 6 pairs through, 4 of them military; the Minister's report has 5 military
               pairs running and 10 in the timetable. The model follows the conference. The truth of the line west of Baikal may lie a quarter above it; the section that held
               everything back, Karymskaya - Manzhouli with 3, does not hang on it.
            3. **A division does not come alone.** The model brings 30 divisions east in {Best("man-thirty-divisions")} days where two and a half months were stated ({Ratio("man-thirty-divisions")} times), the 36 of 1945 in
               {Best("man-thirty-six-divisions")} where about 95 days passed ({Ratio("man-thirty-six-divisions")} times), seven corps of 1904 in {Best("rjw-seven-corps")} of {Seen("rjw-seven-corps")} days ({Ratio("rjw-seven-corps")} times): trains of troops and of supply share the line in
               history, and army troops, tanks and stocks came with them. About twice the trains of the divisions alone would fit 1945.
            4. **The wagons of 1945 do not fit the decree.** 30 pairs less 30 per cent leave at most {High("man-wagons"):#,0} wagons a day of 60 to a train; {Seen("man-wagons"):#,0} came. So the line did more than
               decreed, or civilians got less, or part of the wagons did not come the whole way. A count of trains by month would tell.
            5. **Tonnes and divisions agree better than trains**: the line of 1944-45 would feed {Best("tsr-sixty-divisions")} divisions at the needs of August 1945, and Antonov thought of 60 while Stalin
               doubted it; Lend-Lease and the freight of 1933 lie below what the model lets pass. The range of the first is wide ({decimal.Round(Model("tsr-sixty-divisions").Low)} to {High("tsr-sixty-divisions")}), because the needs are grade D.
            6. **The road to the Khalkhin Gol holds up**: fitted to the plan of 1,950 t a day, the formula gives {Best("khg-build-up"):#,0} t a day for the trucks of the summer, and 50,000 to 55,000 t came
               in seven to nine weeks.
            7. **Passenger timetables are weak tests**: every line of Manchuria and Korea passes more in the model than its passenger trains, as it must. Nothing better was found for
               1936-41, and most capacities of those years stay assumptions.

            """);
    }
}
