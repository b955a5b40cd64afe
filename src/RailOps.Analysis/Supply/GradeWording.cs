using System.Collections.Immutable;

namespace RailOps.Analysis.Supply;

/// <summary>Says in words how far a cut rests on assumed figures.</summary>
internal static class GradeWording
{
    /// <summary>A sentence to put behind the one that tells a count, with a blank before it; empty if nothing is assumed.</summary>
    public static string Behind(ImmutableArray<GradeShare> shares)
    {
        var assumed = GradeShare.OfAssumed(shares);
        return assumed == 0m ? "" : $" {Wording.Number(100m * assumed)} % of the capacity of the cut behind this count rests on assumed figures (grade D).";
    }

    /// <summary>The shares of all grades, for example <c>12 % of it grade C, 88 % of it grade D</c>.</summary>
    public static string List(ImmutableArray<GradeShare> shares) =>
        string.Join(", ", shares.Select(s => $"{Wording.Number(100m * s.Share)} % of it grade {s.Grade}"));
}
