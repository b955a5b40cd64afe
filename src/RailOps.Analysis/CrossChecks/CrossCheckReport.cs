using System.Collections.Immutable;

namespace RailOps.Analysis.CrossChecks;

/// <summary>Two answers to one question, compared.</summary>
/// <param name="AnsweredBy">Method of the solver that answered.</param>
/// <param name="CheckedBy">Method of the other.</param>
/// <param name="Values">Every value compared.</param>
/// <param name="IsComplete">False: a limit left out values that should have been compared.</param>
/// <param name="Compared">What was compared and what was not, in one or two sentences.</param>
public sealed record CrossCheckReport(string AnsweredBy, string CheckedBy, ImmutableArray<ComparedValue> Values, bool IsComplete, string Compared)
{
    /// <summary>The values that cannot both be right.</summary>
    public ImmutableArray<ComparedValue> Contradictions => [.. Values.Where(v => v.Verdict == Verdict.Contradicted)];

    /// <summary>The whole.</summary>
    public Verdict Verdict =>
        Values.Any(v => v.Verdict == Verdict.Contradicted) ? Verdict.Contradicted
        : !IsComplete || Values.IsEmpty || Values.Any(v => v.Verdict == Verdict.Undecided) ? Verdict.Undecided
        : Verdict.Agreed;

    /// <summary>Several comparisons of one answer as one.</summary>
    /// <param name="reports">At least one.</param>
    /// <param name="more">What else to say of what was compared.</param>
    public static CrossCheckReport Join(ImmutableArray<CrossCheckReport> reports, string more) => reports[0] with
    {
        Values = [.. reports.SelectMany(r => r.Values)],
        IsComplete = reports.All(r => r.IsComplete),
        Compared = $"{reports[0].Compared} {more}",
    };

    /// <summary>What came of it, in words.</summary>
    public string Sentence => Verdict switch
    {
        Verdict.Agreed => $"{AnsweredBy} and {CheckedBy} agree. {Compared}",
        Verdict.Undecided => $"{AnsweredBy} and {CheckedBy} do not contradict each other, but one of them stopped at a limit before all was known. {Compared}",
        _ => $"{AnsweredBy} and {CheckedBy} disagree: {string.Join("; ", Contradictions.Take(5))}{(Contradictions.Length > 5 ? "; and more" : "")}. {Compared}",
    };
}
