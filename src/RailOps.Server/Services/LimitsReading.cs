using System.Globalization;
using RailOps.Analysis.Interdiction;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Mapping;
using Wire = RailOps.Contracts.V1;

namespace RailOps.Server.Services;

/// <summary>Reads how long a search may take.</summary>
internal sealed class LimitsReading(ServerOptions options, TimeProvider time)
{
    private const int MostThreads = 64;

    // What is left after the search for reading its plans and for the way back.
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(150);

    /// <summary>Longest search of this server: its solve limit less what reading the plans takes.</summary>
    private TimeSpan Longest => options.SolveTimeLimit - Shorter(Reserve, options.SolveTimeLimit / 4);

    /// <summary>Reads the limits.</summary>
    /// <param name="limits">As sent, or null.</param>
    /// <param name="control">Who follows and ends the search.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The limits; null if something is wrong with them.</returns>
    public SearchLimits? Read(Wire.SearchLimits? limits, SearchControl control, RequestProblems problems)
    {
        limits ??= new Wire.SearchLimits();
        if (limits.ThreadCount is < 0 or > MostThreads)
        {
            problems.Add(
                ErrorReasons.ThreadCountOutOfRange, "limits.thread_count", limits.ThreadCount.ToString(CultureInfo.InvariantCulture),
                $"limits.thread_count is {limits.ThreadCount}, but must be from 1 to {MostThreads}, or 0 for 1.");
            return null;
        }

        if (TimeLimit(limits, problems) is not { } limit)
            return null;
        if (control.TimeLeft is { } left)
            limit = Shorter(limit, left > Reserve * 2 ? left - Reserve : left / 2);
        return new SearchLimits(limit, Math.Clamp(limits.ThreadCount, 1, Environment.ProcessorCount), time, control.Stop);
    }

    private TimeSpan? TimeLimit(Wire.SearchLimits limits, RequestProblems problems)
    {
        if (limits.TimeLimit is not { } asked)
            return Longest;
        var seconds = asked.Seconds + asked.Nanos / 1e9;
        var most = options.SolveTimeLimit.TotalSeconds;
        if (seconds > 0 && seconds <= most)
            return Shorter(TimeSpan.FromSeconds(seconds), Longest);
        var text = seconds.ToString(CultureInfo.InvariantCulture);
        problems.Add(
            ErrorReasons.TimeLimitOutOfRange, "limits.time_limit", text,
            $"limits.time_limit is {text} s, but must be more than 0 and at most {most.ToString(CultureInfo.InvariantCulture)} s, this server's limit of one solve.");
        return null;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
