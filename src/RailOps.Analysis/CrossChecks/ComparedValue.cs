using RailOps.Analysis.Interdiction;

namespace RailOps.Analysis.CrossChecks;

/// <summary>One value as two solvers give it.</summary>
/// <param name="Subject">What it is of.</param>
/// <param name="Unit"><c>divisions</c>, <c>t/day</c>, or the unit of a network.</param>
/// <param name="Answered">By the solver that answered.</param>
/// <param name="Checked">By the other.</param>
/// <param name="Tolerance">By how much they may differ, in the unit, 0 or more.</param>
/// <param name="Verdict">Whether they agree.</param>
public sealed record ComparedValue(string Subject, string Unit, decimal Answered, decimal Checked, decimal Tolerance, Verdict Verdict)
{
    /// <summary>Two values that both solvers stand by.</summary>
    public static ComparedValue Of(string subject, string unit, decimal answered, decimal check, decimal tolerance = 0) =>
        new(subject, unit, answered, check, tolerance, Math.Abs(answered - check) <= tolerance ? Verdict.Agreed : Verdict.Contradicted);

    /// <summary>Two amounts in kilograms a day, told in tonnes.</summary>
    public static ComparedValue OfKilograms(string subject, long answered, long check, long tolerance = 0) =>
        Of(subject, SearchState.Tonnes, answered / 1000m, check / 1000m, tolerance / 1000m);

    /// <summary>
    /// What is least, found by two searches: each has a value that a plan reaches and a bound below which it says there is nothing. They contradict
    /// each other if the value of one lies below the bound of the other; they agree if both searches ended and the values are the same.
    /// </summary>
    public static ComparedValue OfLeast(string subject, LeastFound answered, LeastFound check, long tolerance = 0)
    {
        var verdict = answered.KilogramsPerDay < check.BoundKilogramsPerDay - tolerance || check.KilogramsPerDay < answered.BoundKilogramsPerDay - tolerance
            ? Verdict.Contradicted
            : !answered.IsFinished || !check.IsFinished ? Verdict.Undecided
            : Math.Abs(answered.KilogramsPerDay - check.KilogramsPerDay) <= tolerance ? Verdict.Agreed : Verdict.Contradicted;
        return new ComparedValue(subject, SearchState.Tonnes, answered.KilogramsPerDay / 1000m, check.KilogramsPerDay / 1000m, tolerance / 1000m, verdict);
    }

    /// <summary>The value in words.</summary>
    public override string ToString() => FormattableString.Invariant($"{Subject}: {Answered} and {Checked} {Unit}");
}
