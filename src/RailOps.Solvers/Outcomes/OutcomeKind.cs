namespace RailOps.Solvers.Outcomes;

/// <summary>How far an <see cref="OutcomeExpectation"/> can be relied on. New values go last, because they travel.</summary>
public enum OutcomeKind
{
    /// <summary>Nothing was said; never returned.</summary>
    Unspecified = 0,

    /// <summary>Every outcome was looked at, or shown to be like others: expectation and distribution are exact.</summary>
    Exact,

    /// <summary>Stopped, or too many outcomes: the expectation lies between two exact bounds.</summary>
    Bounded,

    /// <summary>An average over a seeded sample, with a confidence interval that holds with the stated chance only.</summary>
    Sampled,
}
